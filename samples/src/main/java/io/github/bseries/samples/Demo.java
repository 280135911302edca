// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.Awaited;
import io.github.bseries.client.BackupDownload;
import io.github.bseries.client.PairClient;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedTime;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The main job, for real, against a simulated pair: reads both sides, switches over with a data
 * sync first, watches the roles, and brings the new primary's backup home. Sockets, TLS, OAuth and
 * XML are real; only the appliances are simulated, and their time runs ten times as fast.
 */
public final class Demo {

  private static final double SPEED = 10;
  private static final long BACKUP_BYTES = 64L * 1024 * 1024;

  private final PrintStream out;
  private final Path folder;

  Demo(PrintStream out, Path folder) {
    this.out = out;
    this.folder = folder;
  }

  /**
   * Runs the demo.
   *
   * @param args the folder for the backup; {@code target/demo} unless given
   * @throws IOException if that folder cannot be made
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "target/demo");
    boolean done = new Demo(System.out, folder).run();
    System.exit(done ? 0 : 1);
  }

  boolean run() throws IOException {
    SimulatedPair simulated =
        SimulatedPair.builder()
            .time(SimulatedTime.running(SPEED))
            .backupBytes(BACKUP_BYTES)
            .build();
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        ApiAccount account =
            ApiAccount.of(
                simulated.account().clientId(), simulated.account().clientSecret().toCharArray());
        PairClient pair = pairClient(server, account)) {
      out.printf(
          "A simulated pair stands in for %s; its time runs %.0f times as fast.%n",
          simulated.siteName(), SPEED);
      heading("Before");
      PairSnapshot before = pair.observe();
      print(before);
      boolean switched = switchOver(pair, before);
      heading("After");
      PairSnapshot after = pair.observe();
      print(after);
      return switched && bringBackupHome(pair.backup());
    }
  }

  private static PairClient pairClient(SimulatedPairServer server, ApiAccount account) {
    return PairClient.builder(
            ApplianceClient.builder().account(account).trustedCertificates(server.caCertificate()))
        .primary(server.a())
        .backup(server.b())
        .site(server.site())
        .pollInterval(Duration.ofMillis(100))
        .build();
  }

  private boolean switchOver(PairClient pair, PairSnapshot before) {
    heading("Switchover, with a data sync first");
    ApplianceHealth primary = before.currentPrimary().orElseThrow();
    RoleChangeRequest request =
        RoleChangeRequest.becomeBackup(primary.applianceId()).withDataSyncFirst();
    long start = System.nanoTime();
    RoleChange change = pair.primary().setFailoverRole(request);
    out.printf(
        "  asked %s to become backup: %s%n",
        primary.applianceId(), change.getClass().getSimpleName());
    String[] shown = {""};
    Awaited end =
        pair.awaitRoles(
            request,
            Duration.ofMinutes(2),
            look -> {
              String state = roles(look);
              if (!state.equals(shown[0])) {
                shown[0] = state;
                double seconds = (System.nanoTime() - start) / 1e9;
                out.printf(Locale.ROOT, "  %6.2f s  %s%n", seconds, state);
              }
            });
    return end instanceof Awaited.Reached;
  }

  private boolean bringBackupHome(ApplianceClient newPrimary) throws IOException {
    heading("Backup of the new primary");
    Files.createDirectories(folder);
    String moment =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());
    BackupDownload backup =
        newPrimary.downloadBackup(folder.resolve("support.example.com-" + moment + ".nsb"));
    out.printf("  file     %s%n", backup.file().toAbsolutePath());
    out.printf("  size     %d bytes%n", backup.sizeBytes());
    out.printf("  SHA-256  %s%n", backup.sha256());
    out.printf(Locale.ROOT, "  took     %.2f s%n", backup.duration().toNanos() / 1e9);
    return Files.size(backup.file()) == backup.sizeBytes();
  }

  private void print(PairSnapshot snapshot) {
    out.println(snapshot.summary().indent(2).stripTrailing());
  }

  private static String roles(PairSnapshot look) {
    return "normal primary: "
        + role(look.primary())
        + ", normal backup: "
        + role(look.backup())
        + ", site: "
        + (look.site() == null || look.site().answeredBy().isEmpty() ? "refuses" : "serves");
  }

  private static String role(Observation observation) {
    return observation.role().map(FailoverRole::literal).orElse("not seen");
  }

  private void heading(String text) {
    out.printf("%n%s%n", text);
  }
}
