// What Emscripten's C library would ask of the host. Nothing is asked: a module of ansinh has no imports, so that any
// host can run it, and nothing it does depends on the host. Where memory ends, a call traps.
void emscripten_notify_memory_growth(__SIZE_TYPE__ memory);
void emscripten_notify_memory_growth(__SIZE_TYPE__ memory) { (void)memory; }

_Noreturn void __wasi_proc_exit(unsigned int status);
_Noreturn void __wasi_proc_exit(unsigned int status) {
  (void)status;
  __builtin_trap();
}
