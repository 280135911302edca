// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bseries.client.backup.ArchivedBackup;
import io.github.bseries.client.backup.BackupArchive;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on an archive, each in the way a shell would call it. */
@SimulatedPairTest
class BackupArchiveCommandsTest {

  private static final ApplianceFault NO =
      new ApplianceFault.Answers(
          200, Map.of("Content-Type", "text/xml"), "<error>No backup of a backup site.</error>");

  private static final String RECIPIENT =
      "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

  @TempDir private Path parent = Path.of("");
  private Path archive = Path.of("");

  @BeforeEach
  void place() {
    archive = parent.resolve("archive");
  }

  private ToolRun run(PairAddresses addresses, SimulatedAccount account, String... more) {
    List<String> args = new ArrayList<>(List.of("backup", "run", "--archive", archive.toString()));
    args.addAll(List.of(more));
    return ToolRun.on(addresses, account, args.toArray(String[]::new));
  }

  /** Runs a command that needs no appliance. */
  private ToolRun local(String command, String... more) {
    List<String> args =
        new ArrayList<>(List.of("backup", command, "--archive", archive.toString()));
    args.addAll(List.of(more));
    return ToolRun.of(Map.of(), args.toArray(String[]::new));
  }

  private List<ArchivedBackup> kept() {
    return BackupArchive.open(archive).catalogue().backups();
  }

  @Test
  void run_stores_both_sides(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    ToolRun run = run(addresses, account, "--asked-by", "CHG-1", "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.json().getString("verdict")).isEqualTo("fine");
    assertThat(run.json().getJsonArray("stored").getValuesAs(JsonObject.class))
        .extracting(it -> it.getString("applianceId"), it -> it.getString("askedBy"))
        .containsExactly(
            tuple(pair.a().id().value(), "CHG-1"), tuple(pair.b().id().value(), "CHG-1"));
    assertThat(kept()).hasSize(2).allMatch(ArchivedBackup::isGood);
    assertThat(kept().get(0).manifest().site()).isEqualTo("localhost");
  }

  @Test
  void run_encrypts_to_recipients_and_sends_a_password(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) throws IOException {
    Path password = Files.writeString(parent.resolve("password"), "correct horse");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));

    ToolRun run =
        run(
            addresses,
            account,
            "--json",
            "--password-file",
            password.toString(),
            "--recipient",
            RECIPIENT);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(kept()).allMatch(it -> it.manifest().isEncrypted() && it.manifest().passwordSent());
    assertThat(run.json().getJsonArray("stored").getJsonObject(0).getString("plainSha256"))
        .isEqualTo(pair.a().backup().orElseThrow().sha256());
    assertThat(kept().get(1).file())
        .content(StandardCharsets.ISO_8859_1)
        .startsWith("age-encryption.org/v1");
    assertThat(local("verify").code()).isZero();
    assertThat(run.out()).doesNotContain("correct horse");
  }

  @Test
  void run_warns_when_the_backup_refuses_and_fails_when_the_primary_does(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.b().misbehaves(CallKind.BACKUP, NO);
    ToolRun refused = run(addresses, account);
    pair.a().misbehaves(CallKind.BACKUP, NO);
    ToolRun failed = run(addresses, account, "--json");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out())
        .contains("refused, maybe for its role of backup", "verdict         warning");
    assertThat(failed.code()).isEqualTo(2);
    assertThat(failed.json().getString("verdict")).isEqualTo("critical");
    assertThat(failed.json().getJsonArray("stored")).hasSize(1);
    assertThat(failed.json().getJsonArray("findings").getJsonObject(0).getString("text"))
        .startsWith("normal primary: no backup: ");
    assertThat(kept()).hasSize(2);
  }

  @Test
  void run_fails_when_a_backup_refuses_that_gave_one_before_and_tells_what_is_kept_of_it(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) throws IOException {
    run(addresses, account);
    pair.b().misbehaves(CallKind.BACKUP, NO);
    ToolRun refused = run(addresses, account, "--json");
    Files.delete(kept().get(1).file());
    pair.b().misbehaves(CallKind.BACKUP, NO);
    ToolRun without = run(addresses, account, "--json");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.json().getJsonArray("stored")).hasSize(1);
    assertThat(refused.out()).contains("although it gave one in the role of backup before");
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.json().getJsonArray("findings").getValuesAs(JsonObject.class))
        .extracting(it -> it.getString("text"))
        .anyMatch(it -> it.startsWith("there is no good backup of appliance " + pair.b().id()));
  }

  @Test
  void run_tells_the_side_that_was_stored_when_the_archive_cannot_take_the_other(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) throws IOException {
    Files.createDirectory(archive);
    Files.createDirectory(archive.resolve(".bseries-archive.lock"));
    ToolRun none = run(addresses, account, "--json");
    Files.delete(archive.resolve(".bseries-archive.lock"));
    pair.b().misbehaves(CallKind.BACKUP, new ApplianceFault.CutsAnswer(600_000));
    ToolRun one = run(addresses, account, "--json");

    assertThat(none.code()).isEqualTo(2);
    assertThat(none.json().getJsonArray("stored")).isEmpty();
    assertThat(none.json().getJsonArray("findings").getJsonObject(0).getString("text"))
        .startsWith("normal primary: no backup: cannot write to the archive");
    assertThat(one.code()).isEqualTo(2);
    assertThat(one.json().getJsonArray("stored")).hasSize(1);
  }

  @Test
  void run_asks_nothing_while_both_are_backup(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.cutLink();
    pair.a().setFailoverRole(FailoverRole.BACKUP, false, true);
    pair.advance(Duration.ofMinutes(1));

    ToolRun run = run(addresses, account, "--json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.json().getString("reason")).contains("both are backup");
    assertThat(archive).doesNotExist();
  }

  @Test
  void list_and_show_tell_what_is_kept(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) throws IOException {
    run(addresses, account);
    Files.writeString(archive.resolve("notes.txt"), "mine");
    String name = kept().get(1).name();

    ToolRun all = local("list");
    ToolRun one = local("list", "--json", "--appliance", pair.a().id().value());
    ToolRun none = local("list", "--before", "2000-01-01T00:00:00Z");
    ToolRun primaries = local("list", "--role", "primary", "--since", "2000-01-01T00:00:00Z");
    ToolRun shown = local("show", name);
    ToolRun json = local("show", "--json", name);

    assertThat(all.code()).isZero();
    assertThat(all.out()).contains(kept().get(0).name(), name, "not verified", "notes.txt");
    assertThat(one.json().getJsonArray("backups")).hasSize(1);
    assertThat(one.json().getJsonArray("remarks")).hasSize(1);
    assertThat(none.out()).startsWith("no backups");
    assertThat(primaries.out()).contains(name).doesNotContain(kept().get(0).name());
    assertThat(shown.code()).isZero();
    assertThat(shown.out()).contains("good       yes", "verified   never", "protected  no");
    assertThat(json.json().getString("sha256")).isEqualTo(pair.a().backup().orElseThrow().sha256());
  }

  @Test
  void verify_needs_no_appliance_and_ends_with_2_when_a_byte_changed(
      PairAddresses addresses, SimulatedAccount account) throws IOException {
    run(addresses, account);
    ToolRun fine = local("verify");
    flipAByte(kept().get(0).file());
    String changed = kept().get(0).name();

    ToolRun bad = local("verify", "--json");
    ToolRun other = local("verify", kept().get(1).name());
    ToolRun shown = local("show", changed);

    assertThat(fine.code()).isZero();
    assertThat(fine.out().lines()).hasSize(2).allMatch(line -> line.contains("intact at "));
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.json().getString("verdict")).isEqualTo("critical");
    assertThat(bad.out()).contains("\"result\":\"changed\"", "\"result\":\"intact\"");
    assertThat(other.code()).isZero();
    assertThat(shown.code()).isEqualTo(2);
    assertThat(local("list").code()).isEqualTo(1);
  }

  @Test
  void verify_tells_what_it_digested_where_that_cannot_be_written_down(
      PairAddresses addresses, SimulatedAccount account) throws IOException {
    run(addresses, account);
    Path lock = archive.resolve(".bseries-archive.lock");
    Files.delete(lock);
    Files.createDirectory(lock);
    ToolRun intact = local("verify");
    flipAByte(kept().get(0).file());
    ToolRun changed = local("verify", "--json");

    assertThat(intact.code()).isEqualTo(1);
    assertThat(intact.out())
        .contains("intact at ", "not written down: cannot write to the archive");
    assertThat(changed.code()).isEqualTo(2);
    assertThat(changed.out()).contains("\"result\":\"changed\"", "\"notWritten\":\"cannot write");
  }

  @Test
  void verify_of_nothing_is_unknown_and_of_a_damaged_manifest_critical(
      PairAddresses addresses, SimulatedAccount account) throws IOException {
    Files.createDirectory(archive);
    ToolRun nothing = local("verify");
    run(addresses, account);
    Files.writeString(kept().get(0).folder().resolve("manifest.json"), "{}");
    ToolRun damaged = local("verify");

    assertThat(nothing.code()).isEqualTo(3);
    assertThat(damaged.code()).isEqualTo(2);
    assertThat(damaged.out().lines()).hasSize(2);
  }

  @Test
  void prune_deletes_with_apply_only_and_never_what_is_protected(
      PairAddresses addresses, SimulatedAccount account) {
    run(addresses, account);
    run(addresses, account);
    String oldest = kept().get(3).name();
    ToolRun kept = local("protect", oldest, "--by", "CHG-1", "--reason", "before the upgrade");

    ToolRun dry = local("prune", "--last", "1", "--json");
    assertThat(kept()).hasSize(4);
    ToolRun done = local("prune", "--last", "1", "--apply");
    ToolRun free = local("unprotect", oldest);
    ToolRun last = local("prune", "--last", "1", "--apply", "--json");

    assertThat(kept.out()).contains("protected");
    assertThat(dry.code()).isZero();
    assertThat(dry.json().getJsonArray("toDelete")).hasSize(1);
    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("deleted ", "1 deleted, 1048576 bytes");
    assertThat(free.out()).doesNotContain("protected");
    assertThat(last.json().getJsonArray("deleted").getString(0)).isEqualTo(oldest);
    assertThat(kept()).hasSize(2);
  }

  @Test
  void prune_ends_with_2_and_tells_it_when_a_newest_backup_turns_out_bad(
      PairAddresses addresses, SimulatedAccount account) throws IOException {
    run(addresses, account);
    run(addresses, account);
    ArchivedBackup bad = kept().get(0);
    flipAByte(bad.file());

    ToolRun done = local("prune", "--last", "1", "--apply");

    assertThat(done.code()).isEqualTo(2);
    assertThat(done.out()).contains("verified " + bad.name(), "changed at ", "1 deleted, ");
    assertThat(kept()).hasSize(3);
  }

  @Test
  void a_folder_that_is_a_file_gives_no_backup_and_is_told_in_a_line(
      PairAddresses addresses, SimulatedAccount account) throws IOException {
    Files.writeString(archive, "a file");

    ToolRun run = run(addresses, account);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("bseries: no backup: cannot open the archive ");
  }

  @Test
  void a_named_backup_whose_manifest_is_damaged_is_critical_and_told(
      PairAddresses addresses, SimulatedAccount account) throws IOException {
    run(addresses, account);
    String good = kept().get(1).name();
    String damaged = kept().get(0).name();
    Files.writeString(kept().get(0).folder().resolve("manifest.json"), "{}");

    ToolRun verified = local("verify", damaged, good);
    ToolRun shown = local("show", "--json", damaged);

    assertThat(verified.code()).isEqualTo(2);
    assertThat(verified.out()).contains(good + ", ", "intact at ", damaged, "is no manifest");
    assertThat(shown.code()).isEqualTo(2);
    assertThat(shown.json().getJsonArray("remarks")).hasSize(1);
    assertThat(local("verify", "nothing").code()).isEqualTo(64);
    assertThat(local("show", good).code()).isZero();
  }

  @Test
  void protect_takes_nothing_over_unless_told_so(
      PairAddresses addresses, SimulatedAccount account) {
    run(addresses, account);
    String name = kept().get(0).name();
    local("protect", name, "--by", "CHG-1", "--reason", "before the upgrade");

    ToolRun refused = local("protect", name, "--by", "CHG-2", "--reason", "mine");
    ToolRun replaced = local("protect", name, "--by", "CHG-2", "--reason", "mine", "--replace");

    assertThat(refused.code()).isEqualTo(64);
    assertThat(refused.err()).contains("is protected by CHG-1 since ", "before the upgrade");
    assertThat(replaced.code()).isZero();
    assertThat(replaced.out()).contains("replaced: by CHG-1 since ", ": before the upgrade");
    assertThat(kept().get(0).manifest().protection().by()).isEqualTo("CHG-2");
  }

  @Test
  void an_archive_without_a_backup_is_unknown() throws IOException {
    Files.createDirectory(archive);

    assertThat(local("list").code()).isEqualTo(3);
    assertThat(local("list", "--role", "primary").code()).isZero();
  }

  private static void flipAByte(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
