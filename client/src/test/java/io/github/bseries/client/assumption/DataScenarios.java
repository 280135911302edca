// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.assumption;

import static io.github.bseries.client.assumption.Stage.lastDataSync;
import static io.github.bseries.client.assumption.Stage.told;

import io.github.bseries.client.Awaited;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.LastDataSync;
import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.AssumedSwitch;
import io.github.bseries.testkit.PairFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Data syncs and what is told of them, health, backup files. */
final class DataScenarios {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

  private DataScenarios() {}

  static Map<AssumedSwitch, Scenario> all() {
    Map<AssumedSwitch, Scenario> all = new EnumMap<>(AssumedSwitch.class);
    all.put(AssumedSwitch.SYNC_FIELDS_ON_BACKUP, fieldsOnBackup());
    all.put(AssumedSwitch.SYNC_FIELDS_BEFORE_FIRST, fieldsBeforeTheFirst());
    all.put(AssumedSwitch.SYNC_TIME_FORM, timeForm());
    all.put(AssumedSwitch.SYNC_TIME_SECONDS, timeSeconds());
    all.put(AssumedSwitch.SYNC_TIME_MEANING, timeMeaning());
    all.put(AssumedSwitch.SYNC_TIME_AFTER_FAILURE, timeAfterFailure());
    all.put(AssumedSwitch.HEALTH_CACHE, healthCache());
    all.put(AssumedSwitch.PAIR_TROUBLE_IN_HEALTH, pairTrouble());
    all.put(AssumedSwitch.FILE_OF_BACKUP, fileOfBackup());
    all.put(AssumedSwitch.RECORDS_IN_SYNC, records());
    all.put(AssumedSwitch.SYNC_SIZE, syncSize());
    return all;
  }

  private static Scenario fieldsOnBackup() {
    return Scenario.of(stage -> Seen.by(lastDataSync(stage.b().checkHealth())))
        .shows(AssumedBehaviour.PRIMARY_TELLS_SYNC, "nothing")
        .shows(AssumedBehaviour.BOTH_TELL_SYNC, "success at 2026-03-01T11:00:00Z");
  }

  private static Scenario fieldsBeforeTheFirst() {
    return Scenario.of(
            pair -> pair.established(false),
            stage -> {
              stage.simulated().a().failoverPage().establishRelationship();
              String before = lastDataSync(stage.a().checkHealth());
              stage.passes(LONG_ENOUGH);
              return Seen.by(before + ", then " + lastDataSync(stage.a().checkHealth()));
            })
        .shows(AssumedBehaviour.NO_SYNC_NO_FIELDS, "nothing, then success at 2026-03-01T12:01:30Z")
        .shows(
            AssumedBehaviour.NO_SYNC_BUT_STATUS,
            "never at null, then success at 2026-03-01T12:01:30Z");
  }

  private static Scenario timeForm() {
    String time = "2026-03-01T11:00:00Z from ";
    return Scenario.of(
            // Without the seconds beside it, it is the text that has to be understood.
            pair -> pair.assume(AssumedBehaviour.SECONDS_LEFT_OUT),
            stage -> {
              LastDataSync sync = stage.a().checkHealth().lastDataSync();
              return Seen.by(sync == null ? "nothing" : sync.time() + " from " + sync.timeText());
            })
        .shows(AssumedBehaviour.OFFSET_WITH_COLON, time + "2026-03-01T11:00:00+00:00")
        .shows(AssumedBehaviour.ZULU, time + "2026-03-01T11:00:00Z")
        .shows(AssumedBehaviour.FRACTION_AND_PLAIN_OFFSET, time + "2026-03-01T11:00:00.000+0000");
  }

  private static Scenario timeSeconds() {
    String told = "success at 2026-03-01T11:00:00Z";
    return Scenario.of(
            stage -> {
              String plainly = stage.plainly("a", stage.otherToken("a"), "check_health");
              return new Seen(
                  lastDataSync(stage.a().checkHealth()),
                  plainly.replaceAll(".*<last_data_sync_time([^>]*)>.*", "$1").strip());
            })
        .shows(AssumedBehaviour.SECONDS_TOLD, told, "ts=\"1772362800\"")
        .shows(AssumedBehaviour.SECONDS_LEFT_OUT, told, "");
  }

  private static Scenario timeMeaning() {
    return Scenario.of(
            pair -> pair.dataSyncDuration(Duration.ofMinutes(3)),
            stage -> {
              stage.simulated().startDataSync();
              stage.passes(LONG_ENOUGH);
              return Seen.by(lastDataSync(stage.a().checkHealth()));
            })
        .shows(AssumedBehaviour.TIME_OF_THE_END, "success at 2026-03-01T12:03:00Z")
        .shows(AssumedBehaviour.TIME_OF_THE_START, "success at 2026-03-01T12:00:00Z");
  }

  private static Scenario timeAfterFailure() {
    return Scenario.of(
            stage -> {
              stage.simulated().suffers(PairFault.SYNC_FAILS);
              RoleChange change = stage.a().setFailoverRole(stage.aToBackup().withDataSyncFirst());
              Awaited end =
                  stage.pair().awaitRoles(change.request(), Duration.ofMinutes(2), look -> {});
              return Seen.by(
                  told(change)
                      + ", "
                      + end.getClass().getSimpleName()
                      + ", "
                      + lastDataSync(stage.a().checkHealth()));
            })
        .shows(
            AssumedBehaviour.KEEPS_TIME_OF_SUCCESS,
            "AwaitsSync, Undecided, failed at 2026-03-01T11:00:00Z")
        .shows(
            AssumedBehaviour.TELLS_TIME_OF_FAILURE,
            "AwaitsSync, Undecided, failed at 2026-03-01T12:00:30Z");
  }

  private static Scenario healthCache() {
    return Scenario.of(
            stage -> {
              stage.a().checkHealth();
              stage.simulated().a().ails("The disk is full");
              String atOnce = told(stage.a().checkHealth());
              stage.passesAMinute();
              return Seen.by(atOnce + "; then " + told(stage.a().checkHealth()));
            })
        .shows(
            AssumedBehaviour.HEALTH_IS_FRESH,
            "primary, ails [The disk is full]; then primary, ails [The disk is full]")
        .shows(
            AssumedBehaviour.HEALTH_IS_CACHED,
            "primary, well; then primary, ails [The disk is full]");
  }

  private static Scenario pairTrouble() {
    return Scenario.of(
            stage -> {
              stage.simulated().cutLink();
              return Seen.by(told(stage.b().checkHealth()));
            })
        .shows(AssumedBehaviour.HEALTH_OF_ITSELF, "backup, well")
        .shows(
            AssumedBehaviour.HEALTH_OF_THE_PAIR,
            "backup, ails [The primary site instance cannot be reached; automatic failover is"
                + " disabled.]");
  }

  private static Scenario fileOfBackup() {
    return Scenario.of(
            stage -> {
              Path file = stage.folder().resolve("b.nsb");
              String told = told(() -> stage.b().downloadBackup(file).sizeBytes() + " bytes");
              return Seen.by(told + ", file: " + Files.exists(file));
            })
        .shows(AssumedBehaviour.BACKUP_GIVES_FILES, "1048576 bytes, file: true")
        .shows(
            AssumedBehaviour.BACKUP_REFUSES_FILES,
            "rejected 200 OTHER: Backups are made on the primary only., file: false");
  }

  private static Seen switchOver(Stage stage) throws IOException {
    AtomicInteger looks = new AtomicInteger();
    RoleChange change = stage.a().setFailoverRole(stage.aToBackup().withDataSyncFirst());
    Awaited end =
        stage.pair().awaitRoles(change.request(), LONG_ENOUGH, look -> looks.incrementAndGet());
    ApplianceHealth next = stage.b().checkHealth();
    return new Seen(
        end.getClass().getSimpleName()
            + ", b "
            + next.failoverRole().literal()
            + ", looks "
            + looks,
        "recordings on b " + stage.simulated().b().data().recordings());
  }

  private static Scenario records() {
    return Scenario.of(
            stage -> {
              stage.simulated().b().change("recordings");
              return switchOver(stage);
            })
        .shows(AssumedBehaviour.RECORDS_MERGED, "Reached, b primary, looks 5", "recordings on b 1")
        .shows(
            AssumedBehaviour.RECORDS_OVERWRITTEN,
            "Reached, b primary, looks 5",
            "recordings on b 0");
  }

  private static Scenario syncSize() {
    return Scenario.of(DataScenarios::switchOver)
        .shows(AssumedBehaviour.COPIES_ALL, "Reached, b primary, looks 5", "recordings on b 0")
        .shows(AssumedBehaviour.COPIES_CHANGES, "Reached, b primary, looks 2", "recordings on b 0");
  }
}
