import java.nio.file.Files;
import java.nio.file.Path;
import run.endive.build.time.compiler.Config;
import run.endive.build.time.compiler.Generator;
import run.endive.compiler.InterpreterFallback;

/**
 * Turns a WebAssembly module into Java classes while the jar is built, so that nothing is compiled or interpreted where
 * it runs. Arguments: the module, the name of the class, the folder for sources and what is left of the module, the
 * folder for classes.
 */
public final class CompileModule {
  private CompileModule() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[2]);
    for (Path each : new Path[] {folder.resolve("java"), folder.resolve("wasm"), Path.of(args[3])}) Files.createDirectories(each);
    Generator generator =
        new Generator(
            Config.builder()
                .withWasmFile(Path.of(args[0]))
                .withName(args[1])
                .withTargetSourceFolder(folder.resolve("java"))
                .withTargetWasmFolder(folder.resolve("wasm"))
                .withTargetClassFolder(Path.of(args[3]))
                // A function that is too large for a method is run by the interpreter, and named while this is built.
                .withInterpreterFallback(InterpreterFallback.WARN)
                .build());
    var interpreted = generator.generateResources();
    generator.generateMetaWasm(interpreted);
    generator.generateSources();
    System.out.println("functions left to the interpreter: " + interpreted);
  }
}
