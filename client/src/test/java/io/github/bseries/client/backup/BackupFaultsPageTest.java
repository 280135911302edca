// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.AgeRecipient;
import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.ApplianceException;
import io.github.bseries.client.DownloadSettings;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.CallMatch;
import io.github.bseries.testkit.DeformedAnswer;
import io.github.bseries.testkit.FaultRule;
import io.github.bseries.testkit.ForeignAnswer;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault of the testkit while a backup comes in: plain and encrypted, into an empty archive
 * and into one that has a backup. What comes of it stands in {@code docs/backup-faults.md}.
 */
@Timeout(600)
class BackupFaultsPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("project.rootDirectory", ".."), "docs", "backup-faults.md");

  private static final String WHOLE = "the backup, whole";
  private static final String NOTHING = "nothing";
  private static final String ALTERED = "a file that is not the backup";

  /** Ends in good order, and only its content is another one: no download can tell. */
  private static final Set<ApplianceFault> UNSEEN =
      Set.of(DeformedAnswer.TRUNCATED, DeformedAnswer.HUGE);

  private static final String HEAD =
      """
      # What comes of a backup when something goes wrong

      Each fault of the simulated pair acts on every download of one run, and is gone in the next one. Each was tried four
      times: plain and encrypted, as the first backup of an archive and as a later one. What came of it was the same in all
      four, the archive was in order afterwards, and what it had before was intact.

      Two faults are not seen: the answer ends in good order, and only its content is another one. The form of an NSB is not
      documented, so nothing in it can be checked ([0009](decisions/0009-when-a-backup-is-believed.md)).
      `smallestBytes`, set near the length of earlier backups, refuses what is cut; `SIZE_IS_UNUSUAL` tells what is far from
      the median of at least three.

      This page is made by the test that tries them, by `mvn verify -Ddocs.update=true`.

      | fault | what happens in the world | what is kept | error | what to do |
      |---|---|---|---|---|
      """;

  @TempDir private Path parent;
  private int archives;

  private static List<ApplianceFault> faults() {
    List<ApplianceFault> faults = new ArrayList<>(List.of(ForeignAnswer.values()));
    faults.addAll(List.of(DeformedAnswer.values()));
    // What has no meaning for a backup waits for another call.
    faults.removeIf(fault -> !fault.actsOn(CallKind.BACKUP));
    faults.add(new ApplianceFault.LosesAnswer());
    faults.add(new ApplianceFault.CutsAnswer(600_000));
    faults.add(new ApplianceFault.Stalls());
    faults.add(new ApplianceFault.SlowsAnswer(4_000_000));
    faults.add(new ApplianceFault.ResetsConnection(false));
    faults.add(new ApplianceFault.ResetsConnection(true));
    faults.add(new ApplianceFault.RefusesConnections());
    faults.add(new ApplianceFault.EndsTokenEarly(Duration.ZERO));
    faults.add(
        new ApplianceFault.Answers(
            502, Map.of("Content-Type", "text/html"), "<html><h1>502 Bad Gateway</h1></html>"));
    return faults;
  }

  @Test
  void the_page_tells_what_comes_of_each_fault() throws IOException {
    String page;
    try (SimulatedPairServer server = SimulatedPairServer.start(SimulatedPair.create())) {
      page =
          HEAD + faults().stream().map(fault -> row(server, fault)).collect(Collectors.joining());
    }
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("docs/backup-faults.md; a change on purpose is written with -Ddocs.update=true")
        .isEqualTo(page);
  }

  @Test
  void no_kind_of_fault_is_left_out() {
    assertThat(faults().stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsAll(Set.of(ApplianceFault.class.getPermittedSubclasses()));
  }

  private String row(SimulatedPairServer server, ApplianceFault fault) {
    Set<Outcome> outcomes = new LinkedHashSet<>();
    for (List<AgeRecipient> recipients : List.of(List.<AgeRecipient>of(), AgeKeys.RECIPIENTS)) {
      for (boolean later : new boolean[] {false, true}) {
        outcomes.add(new Trial(server, fault, recipients).run(later));
      }
    }
    assertThat(outcomes).as(fault.label()).hasSize(1);
    Outcome outcome = outcomes.iterator().next();
    assertThat(outcome.kept().equals(ALTERED)).as(fault.label()).isEqualTo(UNSEEN.contains(fault));
    return Stream.of(
            "`" + fault.label() + "`",
            fault.cause(),
            outcome.kept(),
            outcome.error(),
            outcome.remedy())
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** What comes of a download with a fault. */
  private record Outcome(String kept, String error, String remedy) {}

  /** One download with a fault, and what is before and after it. */
  private final class Trial {

    private final SimulatedPairServer server;
    private final SimulatedPair simulated;
    private final ApplianceFault fault;
    private final StoreRequest request;
    private final BackupArchive archive =
        BackupArchive.open(parent.resolve("archive" + archives++));

    Trial(SimulatedPairServer server, ApplianceFault fault, List<AgeRecipient> recipients) {
      this.server = server;
      this.simulated = server.pair();
      this.fault = fault;
      this.request =
          new StoreRequest(
              "a trial",
              null,
              DownloadSettings.builder().recipients(recipients).spareBytes(0).build());
    }

    Outcome run(boolean later) {
      int before = later ? (UNSEEN.contains(fault) ? 3 : 1) : 0;
      for (int i = 0; i < before; i++) {
        assertThat(store()).isNotNull();
      }
      String placed = simulated.a().misbehaves(rule());
      Outcome outcome = outcome(later);
      simulated.callFaults().remove(placed);
      ArchivedBackup next = store();
      assertThat(next.manifest().plainSha256()).isEqualTo(sha256());
      List<VerifiedBackup> verified = archive.verifyAll();
      assertThat(verified)
          .as(fault.label())
          .hasSize(before + 1 + (outcome.kept().equals(NOTHING) ? 0 : 1))
          .allMatch(it -> it.backup().isGood());
      assertThat(archive.catalogue().remarks()).as(fault.label()).isEmpty();
      archive.catalogue().backups().forEach(this::delete);
      return outcome;
    }

    /** Some of them are big. */
    private void delete(ArchivedBackup backup) {
      try {
        Files.delete(backup.file());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private FaultRule rule() {
      if (fault instanceof ApplianceFault.RefusesConnections) {
        return FaultRule.standing(fault);
      }
      return fault instanceof ApplianceFault.EndsTokenEarly
          ? FaultRule.once(fault).on(CallMatch.ANY.of(CallKind.TOKEN))
          : FaultRule.standing(fault).on(CallMatch.ANY.of(CallKind.BACKUP));
    }

    private Outcome outcome(boolean later) {
      try {
        ArchivedBackup stored = store();
        if (stored.manifest().plainSha256().equals(sha256())) {
          return new Outcome(WHOLE, "-", "-");
        }
        boolean told = later && findings().contains(BackupFinding.Kind.SIZE_IS_UNUSUAL);
        assertThat(told).isEqualTo(later && fault != DeformedAnswer.BYTE_ORDER_MARK);
        return new Outcome(ALTERED, "-", "See above.");
      } catch (ApplianceException e) {
        String repeat = e.isRetryable() ? ", may pass" : "";
        return new Outcome(NOTHING, "`" + e.getClass().getSimpleName() + "`" + repeat, e.remedy());
      }
    }

    private List<BackupFinding.Kind> findings() {
      return BackupReview.review(
              archive.catalogue(),
              List.of(simulated.a().id()),
              BackupPromise.ofAge(Duration.ofDays(1)),
              archive.catalogue().newest().orElseThrow().manifest().startedAt())
          .stream()
          .map(BackupFinding::kind)
          .toList();
    }

    private String sha256() {
      return simulated.a().backup().orElseThrow().sha256();
    }

    /** Each time as another run of a program would: with a token of its own. */
    private ArchivedBackup store() {
      SimulatedAccount account = simulated.account();
      try (ApiAccount mine =
              ApiAccount.of(account.clientId(), account.clientSecret().toCharArray());
          ApplianceClient client =
              ApplianceClient.builder()
                  .address(server.a())
                  .account(mine)
                  .trustedCertificates(server.caCertificate())
                  .backupIdleTimeout(Duration.ofSeconds(4))
                  .waiter(simulated::advance)
                  .build()) {
        return archive.store(client, request);
      }
    }
  }
}
