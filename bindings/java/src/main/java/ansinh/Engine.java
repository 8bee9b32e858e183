package ansinh;

import ansinh.internal.Module;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.TrapException;

/**
 * One instance of the module: calls of C functions, structs in its memory by layout.json, texts in and out. For one
 * thread at a time.
 */
final class Engine {
  private static final JsonObject layout = readLayout();
  private static final JsonObject codes = layout.getObject("codes");

  private final Instance instance;
  private final Map<String, ExportFunction> functions = new HashMap<>();
  final Memory memory;
  private boolean dead;
  private int out;
  private int outSize;
  private int in;
  private int inSize;
  private final int length;

  Engine() {
    instance = Instance.builder(Module.load()).withMachineFactory(Module::create).withMemoryFactory(ByteArrayMemory::new).withStart(false).build();
    memory = instance.memory();
    call("_initialize");
    if (call("ansinh_abi_version") != code("ANSINH_ABI_VERSION")) throw new IllegalStateException("the module is of another ABI");
    length = room(4);
    growOut(8192);
  }

  private static JsonObject readLayout() {
    try (InputStream stream = Engine.class.getResourceAsStream("layout.json")) {
      return JsonParser.object().from(stream);
    } catch (IOException | JsonParserException e) {
      throw new IllegalStateException("layout.json of this jar cannot be read", e);
    }
  }

  static int code(String name) {
    if (!codes.has(name)) throw new IllegalStateException("no code " + name);
    return codes.getInt(name);
  }

  static int size(String struct) {
    return layout.getObject("structs").getObject(struct).getInt("size");
  }

  static int offset(String struct, String member) {
    JsonObject found = layout.getObject("structs").getObject(struct).getObject("members").getObject(member);
    if (found == null) throw new IllegalStateException("no member " + struct + "." + member);
    return found.getInt("offset");
  }

  ExportFunction function(String name) {
    return functions.computeIfAbsent(name, instance::export);
  }

  /** Calls a C function. A trap (memory that ends) is told as an error and ends this instance. */
  int call(String name, long... arguments) {
    return (int) callLong(function(name), arguments);
  }

  long callLong(ExportFunction function, long... arguments) {
    if (dead) throw new IllegalStateException("this instance has failed before; make another");
    try {
      long[] result = function.apply(arguments);
      return result == null || result.length == 0 ? 0 : result[0];
    } catch (TrapException | IndexOutOfBoundsException | NegativeArraySizeException | OutOfMemoryError trap) {
      dead = true;
      throw new IllegalStateException("memory has ended, or the module has a fault", trap);
    }
  }

  int room(int bytes) {
    int at = call("malloc", bytes);
    if (at == 0) throw new IllegalStateException("memory has ended");
    return at;
  }

  void free(int at) {
    call("free", at);
  }

  private void growOut(int size) {
    if (out != 0) free(out);
    out = room(size);
    outSize = size;
  }

  /** Status and text of a function that ends with (buffer, capacity, length). */
  record Text(int status, String text) {}

  Text text(String name, long... arguments) {
    long[] all = java.util.Arrays.copyOf(arguments, arguments.length + 3);
    int status = textCall(name, all, arguments.length);
    if (status == code("ANSINH_CALL_BUFFER_TOO_SMALL")) {
      growOut(memory.readInt(length) + 1);
      status = textCall(name, all, arguments.length);
    }
    boolean none = status >= code("ANSINH_CALL_NULL") && status != code("ANSINH_CALL_OVERLAY");
    return new Text(status, none ? "" : new String(memory.readBytes(out, memory.readInt(length)), StandardCharsets.UTF_8));
  }

  private int textCall(String name, long[] all, int at) {
    all[at] = out;
    all[at + 1] = outSize;
    all[at + 2] = length;
    return (int) callLong(function(name), all);
  }

  String stringAt(int at) {
    if (at == 0) return null;
    int end = at;
    while (memory.read(end) != 0) ++end;
    return new String(memory.readBytes(at, end - at), StandardCharsets.UTF_8);
  }

  /** Texts side by side; pointers and lengths as the C interface takes them. Valid till the next call of this. */
  record Laid(int pointers, int lengths, int count) {}

  Laid lay(String[] texts) {
    byte[][] all = new byte[texts.length][];
    int bytes = 8 * texts.length;
    for (int i = 0; i < texts.length; ++i) {
      all[i] = texts[i] == null ? new byte[0] : texts[i].getBytes(StandardCharsets.UTF_8);
      bytes += all[i].length;
    }
    if (bytes > inSize) {
      if (in != 0) free(in);
      inSize = Math.max(2 * bytes, 4096);
      in = room(inSize);
    }
    int lengths = in + 4 * texts.length;
    int at = lengths + 4 * texts.length;
    for (int i = 0; i < texts.length; ++i) {
      memory.writeI32(in + 4 * i, at);
      memory.writeI32(lengths + 4 * i, all[i].length);
      memory.write(at, all[i], 0, all[i].length);
      at += all[i].length;
    }
    return new Laid(in, lengths, texts.length);
  }
}
