// Not a case but the control of must_not_compile.cmake: both of these must make it fail.
#ifdef forbid_compiles
constexpr int marked_forbidden_and_yet_fine = 1;
#else
constexpr int twin = 1;
#endif

#ifdef forbid_broken_elsewhere
constexpr int fine = 1;
#else
constexpr int fine = 1;
#endif
#ifdef forbid_broken_elsewhere
constexpr int broken = "text";
#endif
