// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs each benchmark in rounds: ours and the plain one, one right after the other, each in a new
 * JVM. So both meet the same load of the machine; the medians of the rounds are printed.
 */
public final class InTurn {

  private InTurn() {}

  /**
   * Prints the table.
   *
   * @param args how many rounds, and how many seconds of warm-up and of measuring each has
   */
  public static void main(String[] args) throws RunnerException {
    if (args.length != 2
        || !args[0].matches("[1-9][0-9]?")
        || !args[1].matches("[1-9][0-9]{0,3}")) {
      System.err.println("usage: InTurn ROUNDS SECONDS; .ci/benchmarks says what else it needs");
      System.exit(64);
    }
    int rounds = Integer.parseInt(args[0]);
    int seconds = Integer.parseInt(args[1]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("| for each | ours | plain | ratio | lowest and highest ratio of a round |");
    out.println("|---|---|---|---|---|");
    for (Class<?> benchmark : List.of(HealthRead.class, HealthParse.class)) {
      List<Figures> ours = new ArrayList<>();
      List<Figures> plain = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        // Whoever comes second in one round comes first in the next.
        if (i % 2 == 0) {
          ours.add(run(benchmark, "ours", seconds));
          plain.add(run(benchmark, "plain", seconds));
        } else {
          plain.add(run(benchmark, "plain", seconds));
          ours.add(run(benchmark, "ours", seconds));
        }
      }
      String name = benchmark.getSimpleName();
      print(out, name + ", CPU in µs", cpu(ours), cpu(plain));
      print(out, name + ", allocated bytes", allocated(ours), allocated(plain));
    }
  }

  private record Figures(double cpu, double allocated) {}

  private static Figures run(Class<?> benchmark, String method, int seconds)
      throws RunnerException {
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(benchmark.getName() + "\\." + method + "$")
                    .forks(1)
                    .warmupIterations(1)
                    .warmupTime(TimeValue.seconds(seconds))
                    .measurementIterations(1)
                    .measurementTime(TimeValue.seconds(seconds))
                    .addProfiler(GCProfiler.class)
                    .addProfiler(CpuTime.class)
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .build())
            .runSingle();
    return new Figures(score(result, CpuTime.NAME), score(result, "gc.alloc.rate.norm"));
  }

  private static double score(RunResult result, String name) {
    return Objects.requireNonNull(result.getSecondaryResults().get(name), name).getScore();
  }

  private static List<Double> cpu(List<Figures> figures) {
    return figures.stream().map(Figures::cpu).toList();
  }

  private static List<Double> allocated(List<Figures> figures) {
    return figures.stream().map(Figures::allocated).toList();
  }

  private static void print(PrintStream out, String what, List<Double> ours, List<Double> plain) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i) / plain.get(i));
    }
    ratios.sort(null);
    out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.2f | %.2f to %.2f |%n",
        what,
        median(ours),
        median(plain),
        median(ratios),
        ratios.get(0),
        ratios.get(ratios.size() - 1));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
