// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bseries.core.pair.DnsSwing;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.NatSwing;
import io.github.bseries.core.pair.Product;
import io.github.bseries.core.pair.SharedIp;
import io.github.bseries.core.pair.SourcedFact;
import io.github.bseries.core.pair.TrafficCutover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SyncCoverageTest {

  private static final SyncCoverage ALL = SyncCoverage.documented();
  private static final SourcedFact FACT = new SourcedFact("It is so.", "S1");
  private static final Set<Product> RS = Set.of(Product.REMOTE_SUPPORT);

  @Test
  void users_settings_files_logs_recordings_and_reports_are_copied() {
    assertThat(SyncCoverage.documented().copied())
        .extracting(SyncedData::id)
        .containsExactly(
            "user-accounts",
            "login-settings",
            "file-store",
            "logs",
            "recordings",
            "session-reports");
  }

  @Test
  void what_belongs_to_failover_or_to_the_machine_is_not_copied() {
    assertThat(ALL.notCopied())
        .extracting(SyncedData::id)
        .containsExactly(
            "failover-settings",
            "shared-ip-choice",
            "inter-appliance-key",
            "certificates",
            "network-settings",
            "appliance-settings");
  }

  @Test
  void the_primary_loses_nothing_of_any_kind() {
    assertThat(ALL.data()).noneMatch(kind -> kind.on(FailoverRole.PRIMARY).canLoseData());
  }

  @Test
  void the_backup_can_lose_all_that_is_copied_and_nothing_else() {
    assertThat(ALL.copied()).allMatch(kind -> kind.on(FailoverRole.BACKUP).canLoseData());
    assertThat(ALL.notCopied()).allMatch(kind -> kind.on(FailoverRole.BACKUP) == SyncEffect.KEPT);
  }

  @Test
  void recordings_and_reports_are_overwritten_or_merged_since_the_guide_says_both() {
    assertThat(ALL.data())
        .filteredOn(kind -> kind.onBackup() == SyncEffect.OVERWRITTEN_OR_MERGED)
        .extracting(SyncedData::id)
        .containsExactly("recordings", "session-reports");
    assertThat(ALL.find("recordings").map(SyncedData::onPrimary))
        .contains(SyncEffect.KEPT_OR_ADDED_TO);
  }

  @Test
  void without_a_relationship_no_sync_runs() {
    SyncedData kind = ALL.data().get(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> kind.on(FailoverRole.NONE))
        .withMessage("role is NONE, must be PRIMARY or BACKUP; no sync runs");
  }

  @Test
  void of_one_product_only_that_is_told_which_the_sources_say_of_it() {
    SyncCoverage other = ALL.documentedFor(Product.PRIVILEGED_REMOTE_ACCESS);

    assertThat(ALL.documentedFor(Product.REMOTE_SUPPORT)).isEqualTo(ALL);
    assertThat(other.copied())
        .extracting(SyncedData::id)
        .containsExactly("user-accounts", "login-settings", "file-store");
    assertThat(other.notCopied()).isEqualTo(ALL.notCopied());
    assertThat(other.find("recordings")).isEmpty();
  }

  @Test
  void what_is_said_of_a_product_stands_in_a_source_that_covers_it() {
    assertThat(ALL.documentedFor(Product.PRIVILEGED_REMOTE_ACCESS).data())
        .as("S1 is the guide of Remote Support; S2 covers both products")
        .allMatch(kind -> kind.facts().stream().anyMatch(fact -> fact.source().startsWith("S2 ")));
  }

  @Test
  void every_source_of_a_fact_is_listed() throws IOException {
    String listed = Files.readString(Path.of("..", "docs", "sources.md"));

    assertThat(everyFact().flatMap(fact -> Stream.of(fact.source().split(", "))))
        .allMatch(source -> listed.contains("| " + source.split(" ")[0] + " |"));
  }

  @Test
  void two_kinds_of_data_cannot_have_one_id() {
    SyncedData kind = new SyncedData("logs", SyncEffect.KEPT, SyncEffect.KEPT, RS, List.of(FACT));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyncCoverage(List.of(kind, kind)))
        .withMessage("two kinds of data have the same id");
  }

  @Test
  void a_kind_of_data_has_an_id_a_product_and_a_fact() {
    List<SourcedFact> facts = List.of(FACT);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyncedData(" ", SyncEffect.KEPT, SyncEffect.KEPT, RS, facts))
        .withMessage("id is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyncedData("logs", SyncEffect.KEPT, SyncEffect.KEPT, RS, List.of()))
        .withMessage("logs has no product or no fact; it would be a guess");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SyncedData("logs", SyncEffect.KEPT, SyncEffect.KEPT, Set.of(), facts))
        .withMessage("logs has no product or no fact; it would be a guess");
  }

  private static Stream<SourcedFact> everyFact() {
    Stream<TrafficCutover> ways =
        Stream.of(
            SharedIp.at("12.12.1.52"),
            new DnsSwing("support.example.com", Duration.ZERO),
            new NatSwing(null));
    return Stream.concat(
        ALL.data().stream().flatMap(kind -> kind.facts().stream()),
        ways.flatMap(way -> Stream.concat(way.pros().stream(), way.cons().stream())));
  }
}
