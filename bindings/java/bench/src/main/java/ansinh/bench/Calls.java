package ansinh.bench;

import ansinh.Ansinh;
import ansinh.Assessment;
import ansinh.Language;
import ansinh.Outcome;
import ansinh.Payment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One payment: by the module in pure Java, as values and as texts, and by JNI. Answers are asserted before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class Calls {
  private static final LocalDate day = LocalDate.of(2026, 11, 22);
  private final Ansinh law = Ansinh.builtIn();
  private final Payment[] payments = new Payment[1024];
  private final long book = Native.book();
  private final long workspace = Native.workspace();
  private final long[] out = new long[10];
  private int next;

  @Setup
  public void check() {
    for (int i = 0; i < payments.length; ++i) {
      payments[i] = Payment.of(day, 1_500_000 + 50_000L * (i % 300)).withGroups("near_poor").withProvince("01").withMonths(new int[] {1, 3, 6, 12}[i % 4]);
      Assessment pure = law.assess(payments[i]).orElseThrow();
      Assessment byJni = jni(payments[i], i);
      if (pure.participantShare() != byJni.participantShare() || pure.centralSupport() != byJni.centralSupport() || pure.provinceTopUp() != byJni.provinceTopUp()) {
        throw new AssertionError(pure + " " + byJni);
      }
    }
  }

  private Payment payment() {
    return payments[next++ & 1023];
  }

  @Benchmark
  public Outcome<Assessment> pure() {
    return law.assess(payment());
  }

  @Benchmark
  public Outcome<Assessment> pureTexts() {
    return law.assessTexts(Map.of("paid_on", "22/11/2026", "income", "1.500.000", "groups", "near_poor", "province", "01"), Language.VI);
  }

  private Assessment jni(Payment payment, int i) {
    int status = Native.assess(book, workspace, (int) payment.paidOn().toEpochDay(), payment.income(), new int[] {1, 3, 6, 12}[i % 4], 4, 1, out);
    if (status != 0) throw new AssertionError(status);
    return new Assessment(out[0], out[1], out[2], out[3], out[4], out[5], out[6], (int) out[7], (int) out[8], java.util.Set.of(), java.util.List.of(), "");
  }

  @Benchmark
  public Assessment jni() {
    int i = next;
    return jni(payment(), i & 3);
  }

  public static void main(String[] args) throws Exception {
    var options = new OptionsBuilder().include(Calls.class.getName()).verbosity(VerboseMode.SILENT).jvmArgsAppend("-Dansinh.jni=" + System.getProperty("ansinh.jni")).build();
    Collection<RunResult> results = new Runner(options).run();
    Map<String, Double> times = new TreeMap<>();
    for (RunResult result : results) times.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
    times.forEach((name, time) -> System.out.printf("%-10s %8.0f ns  %.1f x jni%n", name, time, time / times.get("jni")));
    if (times.size() != 3) throw new AssertionError("a benchmark failed");
    // The goal is 5,000; this is with room for a busy machine.
    if (times.get("pure") > 10_000) throw new AssertionError("a call takes twice its goal");
  }
}
