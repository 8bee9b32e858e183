package ansinh;

/** A province of one of the two lists: code as printed ({@code 01}) and name. */
public record Province(String code, String name) {}
