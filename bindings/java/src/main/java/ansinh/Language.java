package ansinh;

/** Language of texts: Vietnamese or English. */
public enum Language {
  VI,
  EN
}
