package ansinh.bench;

/** The native library by JNI (jni/ansinh_jni.c). */
final class Native {
  static {
    System.load(System.getProperty("ansinh.jni"));
  }

  private Native() {}

  static native long book();

  static native long workspace();

  static native int assess(long book, long workspace, int paidOn, long income, int term, int groups, int province, long[] out);
}
