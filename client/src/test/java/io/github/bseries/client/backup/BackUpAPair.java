// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.AgeRecipient;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.DownloadSettings;
import io.github.bseries.client.PairClient;
import io.github.bseries.core.backup.RecoveryKit;
import io.github.bseries.core.backup.RetentionPolicy;
import io.github.bseries.core.pair.ApplianceId;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** The lines of {@code docs/guide/backups.md}. */
final class BackUpAPair {

  private BackUpAPair() {}

  static boolean store(PairClient pair, Path folder, PrintStream out) {
    // store begin
    BackupArchive archive = BackupArchive.open(folder);
    PairBackup tonight =
        archive.storeBoth(pair, new StoreRequest("nightly backup", "support.example.com"));
    out.println(tonight.summary());
    return tonight.isSuccess(); // false: call somebody
    // store end
  }

  static BackupSchedule schedule(
      PairClient pair, BackupArchive archive, ScheduledExecutorService executor, PrintStream out) {
    // schedule begin
    BackupTimes nightly =
        BackupTimes.daily(LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"))
            .withJitter(new Jitter(Duration.ofMinutes(20), 1));
    BackupSchedule schedule =
        BackupSchedule.builder(nightly, executor)
            .pruneBy(RetentionPolicy.builder(ZoneId.of("Europe/Berlin")).daily(14).build())
            .listener(out::println)
            .start(pair, archive, new StoreRequest("nightly backup", "support.example.com"));
    // schedule end
    return schedule;
  }

  static ArchivedBackup encrypt(
      BackupArchive archive, ApplianceClient appliance, Path recipients, PrintStream out) {
    // encrypt begin
    DownloadSettings settings =
        DownloadSettings.builder()
            .recipients(AgeRecipient.ofFile(recipients))
            .progress(it -> out.println(it.bytes() + " bytes, " + it.bytesPerSecond() + " B/s"))
            .build();
    StoreRequest request = new StoreRequest("nightly backup", null).with(settings);
    ArchivedBackup stored = archive.store(appliance, request);
    // encrypt end
    return stored;
  }

  static void review(
      BackupArchive archive, ApplianceId primary, ApplianceId backup, PrintStream out) {
    // review begin
    List<BackupFinding> findings =
        BackupReview.review(
            archive.catalogue(),
            List.of(primary, backup),
            BackupPromise.ofAge(Duration.ofHours(26)),
            Instant.now());
    findings.forEach(out::println);
    // review end
  }

  static void verify(BackupArchive archive, PrintStream out) {
    // verify begin
    for (VerifiedBackup verified : archive.verifyAll()) {
      if (!verified.isIntact() || !verified.isWritten()) {
        out.println(verified.summary());
      }
    }
    // verify end
  }

  static void prune(BackupArchive archive, PrintStream out) {
    // prune begin
    RetentionPolicy policy =
        RetentionPolicy.builder(ZoneId.of("Europe/Berlin")).daily(14).weekly(8).monthly(12).build();
    PrunePlan plan = archive.plan(policy);
    out.println(plan.summary()); // a dry run ends here
    PruneResult done = archive.prune(plan);
    // prune end
    out.println(done.deleted().size() + " deleted");
  }

  static RecoveryKit kit(
      BackupArchive archive, RecoveryKit declared, ApplianceId primary, ApplianceId backup) {
    // kit begin
    RecoveryKit kit = archive.catalogue().kit(declared, primary, backup, Instant.now());
    // kit end
    return kit;
  }
}
