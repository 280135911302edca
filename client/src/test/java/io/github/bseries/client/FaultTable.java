// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallMatch;
import io.github.bseries.testkit.DeformedAnswer;
import io.github.bseries.testkit.FaultRule;
import io.github.bseries.testkit.ForeignAnswer;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each call comes to under each fault, found out by making the call. */
final class FaultTable {

  /** Longer than any answer takes that comes at all. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** For answers that never come. */
  private static final Duration IMPATIENCE = Duration.ofSeconds(2);

  private static final int AT_A_TIME = 4;

  private final boolean once;
  private final Path folder;
  private final AtomicInteger files = new AtomicInteger();

  /**
   * Prepares a table.
   *
   * @param once whether the fault acts on one call only, or stands
   * @param folder where backups go
   */
  FaultTable(boolean once, Path folder) {
    this.once = once;
    this.folder = folder;
  }

  static List<ApplianceFault> faults() {
    List<ApplianceFault> own =
        List.of(
            new ApplianceFault.RefusesConnections(),
            new ApplianceFault.ResetsConnection(false),
            new ApplianceFault.ResetsConnection(true),
            new ApplianceFault.LosesAnswer(),
            new ApplianceFault.Stalls(),
            new ApplianceFault.CutsAnswer(300),
            new ApplianceFault.SlowsAnswer(100_000),
            new ApplianceFault.EndsTokenEarly(Duration.ZERO));
    return Stream.of(own, List.of(ForeignAnswer.values()), List.of(DeformedAnswer.values()))
        .<ApplianceFault>flatMap(Collection::stream)
        .toList();
  }

  /**
   * One row.
   *
   * @param fault the fault
   * @param cells what became of each call; without those on which the fault cannot act
   */
  record Row(ApplianceFault fault, Map<TabledCall, Cell> cells) {

    String text() {
      return Arrays.stream(TabledCall.values())
          .map(call -> cells.containsKey(call) ? cells.get(call).text() : "–")
          .collect(Collectors.joining(" | ", "| " + fault.label() + " | ", " |\n"));
    }
  }

  /**
   * One cell.
   *
   * @param result what the caller got
   * @param sent how many calls of the kind reached the appliance
   */
  record Cell(String result, long sent) {

    String text() {
      return result + " ×" + sent;
    }
  }

  /** Makes all calls under all faults, several at a time, since some of them wait. */
  List<Row> rows() {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      return faults().stream()
          // There is no call that could be counted when nobody can connect.
          .filter(fault -> !(once && fault instanceof ApplianceFault.RefusesConnections))
          .map(fault -> CompletableFuture.supplyAsync(() -> row(fault), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      threads.shutdown();
    }
  }

  private Row row(ApplianceFault fault) {
    Map<TabledCall, Cell> cells = new EnumMap<>(TabledCall.class);
    // The last column changes the roles; what stands before it only reads.
    try (SimulatedPairServer server = SimulatedPairServer.start(SimulatedPair.create())) {
      for (TabledCall call : TabledCall.values()) {
        if (fault.actsOn(call.kind())) {
          cells.put(call, cell(fault, call, server));
        }
      }
    }
    return new Row(fault, cells);
  }

  private Cell cell(ApplianceFault fault, TabledCall call, SimulatedPairServer server) {
    SimulatedPair simulated = server.pair();
    long before = arrived(simulated, call);
    String placed = simulated.callFaults().place(rule(fault, call));
    try (ApplianceClient client = client(server, fault)) {
      String result =
          call.result(client, simulated, folder.resolve("backup-" + files.incrementAndGet()));
      return new Cell(result, arrived(simulated, call) - before);
    } finally {
      simulated.callFaults().remove(placed);
    }
  }

  private FaultRule rule(ApplianceFault fault, TabledCall call) {
    if (fault instanceof ApplianceFault.RefusesConnections) {
      return FaultRule.standing(fault).on(CallMatch.ANY.at("a"));
    }
    CallMatch calls = CallMatch.ANY.at("a").of(call.kind());
    return (once ? FaultRule.once(fault) : FaultRule.standing(fault)).on(calls);
  }

  private static ApplianceClient client(SimulatedPairServer server, ApplianceFault fault) {
    SimulatedAccount account = server.pair().account();
    Duration patience = fault instanceof ApplianceFault.Stalls ? IMPATIENCE : PATIENCE;
    return ApplianceClient.builder()
        .address(server.a())
        .account(ApiAccount.of(account.clientId(), account.clientSecret().toCharArray()))
        .trustedCertificates(server.caCertificate())
        .callTimeout(patience)
        .roleChangeTimeout(patience)
        .backupIdleTimeout(patience)
        .waiter(pause -> {})
        .build();
  }

  private static long arrived(SimulatedPair simulated, TabledCall call) {
    return simulated.a().api().recordedCalls().stream()
        .filter(each -> each.kind() == call.kind())
        .count();
  }
}
