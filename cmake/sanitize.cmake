# With ANSINH_SANITIZE every target is instrumented, and the first finding ends the program.
if(ANSINH_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
