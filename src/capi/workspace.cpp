// Handles of workspaces.
#include <memory>

#include "ansinh/ansinh.h"
#include "capi/guard.hpp"
#include "capi/handle.hpp"

extern "C" {

int32_t ansinh_workspace_create(ansinh_workspace** workspace) {
  return ansinh::capi::guarded([&]() -> std::int32_t {
    if (workspace == nullptr) return ANSINH_CALL_NULL;
    *workspace = nullptr;
    auto made = std::make_unique<ansinh::capi::WorkspaceHandle>();
    made->contents.emplace();
    *workspace = reinterpret_cast<ansinh_workspace*>(made.release());
    return ANSINH_OK;
  });
}

void ansinh_workspace_free(ansinh_workspace* workspace) {
  if (workspace != nullptr && ansinh::capi::check(workspace) == ANSINH_OK)
    ansinh::capi::bury(ansinh::capi::opened(workspace));
}

}  // extern "C"
