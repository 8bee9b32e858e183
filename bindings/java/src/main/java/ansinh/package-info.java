/** Vietnamese voluntary social insurance (BHXH tự nguyện), exact to the dong. Begin at {@link ansinh.Ansinh}. */
package ansinh;
