// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.Probe;
import io.github.bseries.core.pair.ApplianceAddress;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the simulator as a program: how long it takes to start, and how many calls it answers in
 * a second when each comes over a new connection with TLS. The caller runs on the same machine and
 * takes its share of it.
 */
public final class SimulatorFigures {

  private static final int STARTS = 5;
  private static final int CALLERS = 4;
  private static final int USAGE_ERROR = 64;

  private SimulatorFigures() {}

  /**
   * Prints the figures.
   *
   * @param args the simulator's jar, and for how many seconds to call it (10 unless given), after
   *     as many in which it warms up
   */
  public static void main(String[] args) throws Exception {
    boolean told = args.length == 2;
    if (args.length < 1 || args.length > 2 || (told && !args[1].matches("[1-9][0-9]{0,3}"))) {
      System.err.println(
          "usage: SimulatorFigures JAR [SECONDS], such as testkit/target/bseries-simulator.jar 10");
      System.exit(USAGE_ERROR);
    }
    Path jar = Path.of(args[0]);
    Duration span = Duration.ofSeconds(told ? Long.parseLong(args[1]) : 10);
    starts(jar, System.out);
    calls(jar, span, System.out);
  }

  private static void starts(Path jar, PrintStream out) throws IOException {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (Running simulator = Running.start(jar)) {
        simulator.address();
        millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
      }
    }
    millis.sort(null);
    out.println(
        "from the start of the JVM to the printed addresses: "
            + millis.get(STARTS / 2)
            + " ms (median of "
            + millis
            + ")");
  }

  private static void calls(Path jar, Duration span, PrintStream out)
      throws IOException, InterruptedException, ExecutionException {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (Running simulator = Running.start(jar);
        ApplianceClient client =
            ApplianceClient.builder()
                .address(simulator.address())
                .trustedCertificates(simulator.caCertificate())
                .build()) {
      allCount(callers, client, span); // to warm up
      Duration before = cpu(simulator.process().toHandle());
      Duration own = cpu(ProcessHandle.current());
      long start = System.nanoTime();
      int all = allCount(callers, client, span);
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(
          Locale.ROOT,
          "%d calls of /check_health over new TLS connections in %.1f s: %.0f a second;"
              + " CPU for each: %.1f ms of the simulator, %.1f ms of the caller%n",
          all,
          seconds,
          all / seconds,
          cpu(simulator.process().toHandle()).minus(before).toNanos() / 1e6 / all,
          cpu(ProcessHandle.current()).minus(own).toNanos() / 1e6 / all);
    } finally {
      callers.shutdownNow();
    }
  }

  private static int allCount(ExecutorService callers, ApplianceClient client, Duration span)
      throws InterruptedException, ExecutionException {
    List<Future<Integer>> counts = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      counts.add(callers.submit(() -> count(client, span)));
    }
    int all = 0;
    for (Future<Integer> count : counts) {
      all += count.get();
    }
    return all;
  }

  /** Not every system tells it; zero then. */
  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static int count(ApplianceClient client, Duration span) {
    int count = 0;
    for (long start = System.nanoTime(); System.nanoTime() - start < span.toNanos(); count++) {
      Probe probe = client.probe();
      if (!(probe instanceof Probe.Answers)) {
        throw new IllegalStateException("the simulator did not answer: " + probe);
      }
    }
    return count;
  }

  /** A simulator in a process of its own, and what it printed of itself. */
  private record Running(Process process, JsonObject printed) implements AutoCloseable {

    static Running start(Path jar) throws IOException {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      Process process =
          new ProcessBuilder(java, "-Xmx64m", "-jar", jar.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader lines = process.inputReader();
      String line = lines.readLine();
      if (line == null) {
        throw new IOException("the simulator ended without a word");
      }
      try (JsonReader reader = Json.createReader(new StringReader(line))) {
        return new Running(process, reader.readObject());
      }
    }

    ApplianceAddress address() {
      return ApplianceAddress.parse(printed.getJsonObject("a").getString("url"));
    }

    Path caCertificate() {
      return Path.of(printed.getString("caCertificate"));
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
