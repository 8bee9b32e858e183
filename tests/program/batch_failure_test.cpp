// `ansinh batch` when something stops it midway: it ends with 4, and what was written keeps its partial name.
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "runner.hpp"

namespace program_test {
namespace {

constexpr const char* row = "2026-11-22,1500000\n";

std::string rows(int count) {
  std::string text = "paid_on,income\n";
  for (int i = 0; i < count; ++i) text += row;
  return text;
}

TEST(BatchFailure, AQuoteLeftOpen) {
  const Folder folder;
  const Outcome done = run({"batch", "-", "-o", folder.path("out"), "--totals", folder.path("t"), "--lang", "en"},
                           rows(3) + "\"2026-11-22,1\n");
  EXPECT_EQ(done.exit_code, 4);
  EXPECT_NE(done.err.find("quote"), std::string::npos) << done.err;
  EXPECT_NE(done.err.find(folder.path("out.part")), std::string::npos) << done.err;
  EXPECT_FALSE(exists(folder.path("out")));
  EXPECT_FALSE(exists(folder.path("t")));
  // The rows before it were written.
  EXPECT_EQ(lines(file_bytes(folder.path("out.part"))).size(), 1U + 3U);
}

TEST(BatchFailure, AFullDisk) {
  for (const char* jobs : {"1", "2"}) {
    Launch launch;
    launch.arguments = {"batch", "-", "--jobs", jobs};
    launch.out = Sink::full_disk;
    const Outcome done = run(launch, rows(200'000));
    EXPECT_EQ(done.exit_code, 4);
    EXPECT_NE(done.err.find("stdout"), std::string::npos) << done.err;
  }
  const Outcome done = run({"batch", "-", "-o", "/dev/full"}, rows(10));
  EXPECT_EQ(done.exit_code, 4);
  EXPECT_NE(done.err.find("/dev/full"), std::string::npos) << done.err;
  EXPECT_EQ(run({"batch", "-", "--totals", "/dev/full"}, rows(10)).exit_code, 4);
  EXPECT_EQ(run({"batch", "-", "--refusals", "/dev/full"}, "paid_on,income\n2026-11-22,1\n").exit_code, 4);
}

// A file system of 256 KiB at this path, seen by this process and those it starts; where the machine lets nobody mount,
// files of at most that size. Either way writing ends when they are full.
void make_small_disk(const std::string& path) {
  std::filesystem::create_directory(path);
  const int namespaces = geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS;
  if (unshare(namespaces) == 0 && mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
      mount("none", path.c_str(), "tmpfs", 0, "size=256k") == 0) {
    return;
  }
  signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{256U << 10U, 256U << 10U};
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

// Nothing is silently short: the rows that are there are whole, under the partial name, which is told.
TEST(BatchFailure, ASmallDiskFillsUp) {
  const Folder folder;
  const std::string disk = folder.path("disk");
  write_file(folder.path("list"), rows(100'000));
  const std::string whole = run({"batch", folder.path("list")}).out;
  make_small_disk(disk);
  for (const char* jobs : {"1", "2"}) {
    const Outcome done = run({"batch", folder.path("list"), "-o", disk + "/out", "--totals", disk + "/totals", "--jobs",
                              jobs, "--lang", "en"});
    ASSERT_EQ(done.exit_code, 4) << done.err;
    EXPECT_NE(done.err.find(disk + "/out.part"), std::string::npos) << done.err;
    EXPECT_FALSE(exists(disk + "/out"));
    EXPECT_FALSE(exists(disk + "/totals"));
    const std::string written = file_bytes(disk + "/out.part");
    EXPECT_GT(written.size(), 100'000U);
    EXPECT_LE(written.size(), 256U << 10U);
    EXPECT_TRUE(whole.starts_with(written));
  }
}

TEST(BatchFailure, AClosedPipe) {
  for (const char* jobs : {"1", "2"}) {
    Launch launch;
    launch.arguments = {"batch", "-", "--jobs", jobs};
    launch.out = Sink::closed_pipe;
    const Outcome done = run(launch, rows(200'000));
    EXPECT_EQ(done.signal, 0);
    EXPECT_EQ(done.exit_code, 4);
  }
}

TEST(BatchFailure, AClosedErrorStreamChangesNothing) {
  Launch launch;
  launch.arguments = {"batch", "-"};
  launch.err = Sink::closed_pipe;
  EXPECT_EQ(run(launch, rows(3)).exit_code, 0);
}

// A descriptor that the caller closed must not be given to a file: rows would be written into it.
TEST(BatchFailure, StandardOutputThatIsNotOpen) {
  const Folder folder;
  write_file(folder.path("in"), rows(3));
  Launch launch;
  launch.out = Sink::not_open;
  launch.arguments = {"batch", folder.path("in")};
  const Outcome done = run(launch);
  EXPECT_EQ(done.exit_code, 4);
  EXPECT_NE(done.err.find("stdout"), std::string::npos) << done.err;
  EXPECT_EQ(file_bytes(folder.path("in")), rows(3));
  launch.arguments = {"batch", folder.path("in"), "-o", folder.path("out"), "--totals", folder.path("t")};
  EXPECT_EQ(run(launch).exit_code, 0);
  EXPECT_EQ(lines(file_bytes(folder.path("out"))).size(), 1U + 3U);
}

// Interrupted while it waits for more: it stops at once, though its input is still open.
void interrupt_with(int signal_number) {
  for (const char* jobs : {"1", "2"}) {
    const Folder folder;
    Launch launch;
    launch.arguments = {"batch", "-",      "-o", folder.path("out"), "--jobs",
                        jobs,    "--lang", "en", "--refusals",       folder.path("refused")};
    Process process{launch};
    // Enough for several blocks; the first refused row is told when its block has been written.
    ASSERT_TRUE(process.write("paid_on,income\n2026-11-22,1\n" + rows(400'000).substr(15)));
    ASSERT_TRUE(process.read_until("row 1 "));
    process.send(signal_number);
    ASSERT_TRUE(process.read_until("interrupted"));
    const Outcome done = process.finish();
    EXPECT_EQ(done.signal, 0);
    EXPECT_EQ(done.exit_code, 4);
    EXPECT_NE(done.err.find(folder.path("out.part")), std::string::npos) << done.err;
    EXPECT_FALSE(exists(folder.path("out")));
    const std::string written = file_bytes(folder.path("out.part"));
    ASSERT_FALSE(written.empty());
    EXPECT_EQ(written.back(), '\n') << "a row was cut";
  }
}

TEST(BatchFailure, Interrupted) { interrupt_with(SIGINT); }
TEST(BatchFailure, Terminated) { interrupt_with(SIGTERM); }

}  // namespace
}  // namespace program_test
