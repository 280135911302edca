// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ApiAccount;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.BackupEnd;
import io.github.bseries.client.DownloadSettings;
import io.github.bseries.client.PairClient;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.backup.RetentionPolicy;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the guide against a simulated pair over real TLS, and the page itself. */
@SimulatedPairTest
class BackUpAPairTest {

  private static final Path PAGE =
      Path.of(System.getProperty("project.rootDirectory", ".."), "docs", "guide", "backups.md");
  private static final ApplianceFault NO =
      new ApplianceFault.Answers(
          200, Map.of("Content-Type", "text/xml"), "<error>No backup of a backup site.</error>");

  @TempDir private Path parent;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private SimulatedPair simulated;
  private PairClient pair;
  private Path folder;

  @BeforeEach
  void connect(SimulatedPair simulated, PairAddresses addresses, SimulatedAccount account) {
    this.simulated = simulated;
    this.folder = parent.resolve("archive");
    this.pair =
        PairClient.builder(
                ApplianceClient.builder()
                    .account(
                        ApiAccount.of(account.clientId(), account.clientSecret().toCharArray()))
                    .trustedCertificates(addresses.caCertificate()))
            .primary(addresses.a())
            .backup(addresses.b())
            .build();
  }

  @AfterEach
  void close() {
    pair.close();
  }

  private ArchiveCatalogue catalogue() {
    return BackupArchive.open(folder).catalogue();
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void both_sides_are_stored_with_all_that_is_known_of_them() {
    boolean success = BackUpAPair.store(pair, folder, out);

    assertThat(success).isTrue();
    BackupManifest primary =
        catalogue().of(simulated.a().id()).newestGood().orElseThrow().manifest();
    assertThat(primary.sha256()).isEqualTo(simulated.a().backup().orElseThrow().sha256());
    assertThat(primary.version()).isEqualTo(simulated.a().health().version());
    assertThat(primary.role()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(primary.end()).isNotEqualTo(BackupEnd.UNPROVEN);
    assertThat(primary.api()).isEqualTo("GET /api/backup");
    assertThat(primary.applianceClock()).isNotNull();
    assertThat(catalogue().of(simulated.b().id()).newestGood().orElseThrow().manifest().role())
        .isEqualTo(FailoverRole.BACKUP);
    assertThat(text().lines()).hasSize(2);
  }

  @Test
  void a_backup_appliance_that_says_no_is_told_and_is_no_failure() {
    simulated.b().misbehaves(CallKind.BACKUP, NO);

    PairBackup tonight =
        BackupArchive.open(folder).storeBoth(pair, new StoreRequest("nightly", null));

    assertThat(tonight.isSuccess()).isTrue();
    assertThat(tonight.stored()).hasSize(1);
    assertThat(tonight.findings())
        .singleElement()
        .matches(finding -> finding.kind() == BackupFinding.Kind.SIDE_GAVE_NONE)
        .asString()
        .startsWith("normal backup: no backup, refused, maybe for its role of backup: ")
        .contains("No backup of a backup site.");
    assertThat(catalogue().backups()).hasSize(1);
    assertThat(catalogue().remarks()).isEmpty();
  }

  @Test
  void a_primary_that_says_no_is_a_failure_and_the_other_side_is_stored() {
    simulated.a().misbehaves(CallKind.BACKUP, NO);

    boolean success = BackUpAPair.store(pair, folder, out);

    assertThat(success).isFalse();
    assertThat(catalogue().appliances()).containsExactly(simulated.b().id());
  }

  @Test
  void a_side_without_power_is_a_failure_and_the_other_side_is_stored() {
    simulated.b().powerOff();

    PairBackup tonight =
        BackupArchive.open(folder).storeBoth(pair, new StoreRequest("nightly", null));

    assertThat(tonight.isSuccess()).isFalse();
    assertThat(tonight.normalBackup())
        .isInstanceOfSatisfying(
            SideBackup.Missed.class, missed -> assertThat(missed.role()).isNull());
    assertThat(catalogue().appliances()).containsExactly(simulated.a().id());
  }

  @Test
  void a_side_that_was_stored_is_told_when_the_disk_fails_for_the_other_one() {
    AtomicInteger calls = new AtomicInteger();
    BackupArchive archive =
        BackupArchive.builder(folder)
            .clock(
                () -> {
                  if (calls.incrementAndGet() == 3) {
                    throw new UncheckedIOException(new IOException("the disk failed"));
                  }
                  return SteppedClock.START;
                })
            .open();

    PairBackup tonight = archive.storeBoth(pair, new StoreRequest("nightly", null));

    assertThat(tonight.isSuccess()).isFalse();
    assertThat(tonight.stored()).hasSize(1);
    assertThat(tonight.summary()).contains("normal backup: no backup: ", "the disk failed");
  }

  @Test
  void a_busy_archive_is_told_of_each_side() throws IOException {
    Files.createDirectory(folder);
    BackupArchive archive = BackupArchive.builder(folder).patience(Duration.ZERO).open();

    PairBackup tonight;
    try (ArchiveLock busy = ArchiveLock.tryAcquire(folder)) {
      assertThat(busy).isNotNull();
      tonight = archive.storeBoth(pair, new StoreRequest("nightly", null));
    }

    assertThat(tonight.stored()).isEmpty();
    assertThat(tonight.sides()).allMatch(it -> it.fold(stored -> false, SideBackup.Missed::isBusy));
  }

  @Test
  void a_backup_appliance_with_a_fault_of_its_server_is_a_failure() {
    simulated
        .b()
        .misbehaves(
            CallKind.BACKUP,
            new ApplianceFault.Answers(
                500, Map.of("Content-Type", "text/xml"), "<error>Out of order.</error>"));

    PairBackup tonight =
        BackupArchive.open(folder).storeBoth(pair, new StoreRequest("nightly", null));

    assertThat(tonight.isSuccess()).isFalse();
  }

  @Test
  void a_backup_appliance_that_says_no_after_it_gave_one_is_a_failure() {
    BackupArchive archive = BackupArchive.open(folder);
    StoreRequest request = new StoreRequest("nightly", null);
    assertThat(archive.storeBoth(pair, request).isSuccess()).isTrue();
    simulated.b().misbehaves(CallKind.BACKUP, NO);

    PairBackup tonight = archive.storeBoth(pair, request);

    assertThat(tonight.isSuccess()).isFalse();
    assertThat(tonight.summary()).contains("although it gave one in the role of backup before");
  }

  @Test
  void two_addresses_of_one_appliance_are_told_and_are_a_failure() {
    BackupArchive archive = BackupArchive.open(folder);
    ArchivedBackup one = archive.store(pair.primary(), new StoreRequest("nightly", null));

    PairBackup tonight =
        new PairBackup(
            new SideBackup.Stored(PairSide.NORMAL_PRIMARY, one),
            new SideBackup.Stored(PairSide.NORMAL_BACKUP, one));

    assertThat(tonight.isSuccess()).isFalse();
    assertThat(tonight.findings())
        .singleElement()
        .matches(it -> it.kind() == BackupFinding.Kind.SIDE_IS_MISSING)
        .asString()
        .contains("both addresses led to appliance " + simulated.a().id());
  }

  @Test
  void a_download_that_is_cut_leaves_nothing() {
    simulated.a().misbehaves(CallKind.BACKUP, new ApplianceFault.CutsAnswer(600_000));

    boolean success = BackUpAPair.store(pair, folder, out);

    assertThat(success).isFalse();
    assertThat(catalogue().of(simulated.a().id()).backups()).isEmpty();
    assertThat(catalogue().remarks()).isEmpty();
  }

  @Test
  void a_schedule_stores_both_sides_and_prunes_and_the_archive_knows_when_that_was() {
    VirtualExecutor time = new VirtualExecutor(SteppedClock.START);
    BackupArchive archive = BackupArchive.open(folder);
    SchedulePort port = SchedulePort.of(pair, archive, new StoreRequest("nightly", null), null);
    assertThat(port.newest(PairSide.NORMAL_BACKUP)).isEmpty();

    try (BackupSchedule schedule = BackUpAPair.schedule(pair, archive, time, out)) {
      time.advance(Duration.ofMinutes(11));

      assertThat(schedule.lastRuns())
          .singleElement()
          .matches(ScheduledRun::isSuccess)
          .satisfies(run -> assertThat(run.pruned()).isNotNull());
    }
    assertThat(catalogue().appliances()).containsExactly(simulated.b().id(), simulated.a().id());
    assertThat(port.newest(PairSide.NORMAL_BACKUP))
        .contains(catalogue().newest().orElseThrow().manifest().startedAt());
    assertThat(port.newest(PairSide.NORMAL_PRIMARY)).contains(startOfPrimary());
    assertThat(text()).contains("Started[", "Ended[");
  }

  /** Both sides of the simulated pair have one host, and two ports. */
  private Instant startOfPrimary() {
    return catalogue().backups().get(1).manifest().startedAt();
  }

  @Test
  void a_backup_that_is_missing_is_no_run_that_was_made() throws IOException {
    BackupArchive archive = BackupArchive.open(folder);
    StoreRequest request = new StoreRequest("nightly", null);
    ArchivedBackup stored = archive.store(pair.primary(), request);
    Files.delete(stored.file());

    assertThat(SchedulePort.of(pair, archive, request, null).newest(PairSide.NORMAL_PRIMARY))
        .isEmpty();
  }

  @Test
  void a_schedule_prunes_what_it_stored_and_nothing_of_another_pair_in_the_archive() {
    BackupArchive archive = BackupArchive.open(folder);
    StoreRequest request = new StoreRequest("nightly", null);
    List<ArchivedBackup> others =
        List.of(
            archive.store(new ScriptedSource(), request),
            archive.store(new ScriptedSource(), request));
    ArchivedBackup old = archive.store(pair.primary(), request);
    RetentionPolicy lastOne = RetentionPolicy.builder(ZoneOffset.UTC).last(1).build();
    VirtualExecutor time = new VirtualExecutor(Instant.now().plus(Duration.ofDays(2)));

    try (BackupSchedule schedule =
        BackupSchedule.builder(BackupTimes.every(Duration.ofDays(1)), time)
            .clock(time)
            .pruneBy(lastOne)
            .start(pair, archive, request)) {
      time.advance(Duration.ofMinutes(11));

      assertThat(schedule.lastRuns())
          .singleElement()
          .extracting(ScheduledRun::pruned)
          .satisfies(it -> assertThat(it.deleted()).containsExactly(old));
    }
    assertThat(catalogue().backups()).containsAll(others).hasSize(4);
    assertThat(archive.plan(lastOne).dropped()).containsExactly(others.get(0).name());
  }

  @Test
  void a_schedule_asks_nothing_while_a_role_change_was_asked_for_and_is_not_seen() {
    pair.primary()
        .setFailoverRole(
            new RoleChangeRequest(simulated.a().id(), FailoverRole.BACKUP, true, false));
    VirtualExecutor time = new VirtualExecutor(SteppedClock.START);

    try (BackupSchedule schedule =
        BackUpAPair.schedule(pair, BackupArchive.open(folder), time, out)) {
      time.advance(Duration.ofMinutes(4));

      assertThat(schedule.isRunning()).isTrue();
    }
    assertThat(text()).contains("was asked to become backup, and was not seen to be it yet");
    assertThat(folder).doesNotExist();
  }

  @Test
  void an_encrypted_backup_tells_its_progress_and_is_what_the_appliance_sent() throws Exception {
    Path recipients = parent.resolve("recipients.txt");
    Files.writeString(recipients, "# the safe\n" + AgeKeys.RECIPIENTS.get(0).text() + "\n");

    ArchivedBackup stored =
        BackUpAPair.encrypt(BackupArchive.open(folder), pair.primary(), recipients, out);

    String sha256 = simulated.a().backup().orElseThrow().sha256();
    byte[] plain = AgeKeys.decrypted(stored.file(), 0);
    assertThat(stored.manifest().plainSha256()).isEqualTo(sha256);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain)))
        .isEqualTo(sha256);
    assertThat(text()).contains(simulated.a().backup().orElseThrow().bytes() + " bytes, ");
  }

  @Test
  void a_password_is_sent_in_a_post_and_the_manifest_says_so() {
    DownloadSettings settings = DownloadSettings.builder().password("hunter2"::toCharArray).build();

    ArchivedBackup stored =
        BackupArchive.open(folder)
            .store(pair.primary(), new StoreRequest("nightly", null).with(settings));

    assertThat(stored.manifest().passwordSent()).isTrue();
    assertThat(stored.manifest().api()).isEqualTo("POST /api/backup");
    assertThat(stored.manifest().roleAfter()).isEqualTo(FailoverRole.PRIMARY);
  }

  @Test
  void the_lines_of_the_guide_find_verify_prune_and_fill_the_kit() throws Exception {
    BackUpAPair.store(pair, folder, out);
    BackupArchive archive = BackupArchive.open(folder);
    BackUpAPair.review(archive, simulated.a().id(), simulated.b().id(), out);
    BackUpAPair.verify(archive, out);
    assertThat(text().lines()).hasSize(2);
    RecoveryKit kit =
        BackUpAPair.kit(archive, RecoveryKit.none(), simulated.a().id(), simulated.b().id());
    BackUpAPair.prune(archive, out);
    Files.delete(catalogue().of(simulated.b().id()).newest().orElseThrow().file());
    BackUpAPair.review(archive, simulated.a().id(), simulated.b().id(), out);
    BackUpAPair.verify(archive, out);

    assertThat(kit.newestBackup(PairSide.NORMAL_PRIMARY)).isPresent();
    assertThat(kit.newestBackup(PairSide.NORMAL_BACKUP)).isPresent();
    assertThat(text()).contains("0 deleted", " is bad: missing", "there is no good backup of");
  }

  @Test
  void the_page_shows_the_lines_that_compile_and_explains_each_finding_and_field()
      throws Exception {
    String page = Files.readString(PAGE);
    String source =
        Files.readString(Path.of("src/test/java/io/github/bseries/client/backup/BackUpAPair.java"));

    for (String part :
        List.of("store", "schedule", "encrypt", "review", "verify", "prune", "kit")) {
      String lines =
          source
              .substring(
                  source.indexOf("\n", source.indexOf("// " + part + " begin")) + 1,
                  source.lastIndexOf("\n", source.indexOf("// " + part + " end")))
              .stripIndent();
      assertThat(page).contains("```java\n" + lines + "\n```");
    }
    assertThat(
            Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(page).results().map(it -> it.group(1)))
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of(BackupFinding.Kind.values()).map(Enum::name),
                    ManifestForm.FORM.fields().stream())
                .toList());
  }
}
