// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.bseries.client.AccessNeed;
import io.github.bseries.client.AccessQuestion;
import io.github.bseries.client.AccessReport;
import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.BackupDownload;
import io.github.bseries.client.PairAccess;
import io.github.bseries.client.Probe;
import io.github.bseries.client.RejectedException;
import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.ConnectedClients;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RoleLayout;
import io.github.bseries.core.pair.SiteAppliance;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What two appliances of a pair must do, as far as this client needs it and nothing changes. The
 * pair is well, and its roles are the normal ones.
 *
 * <p>What no source settles is left open here, so that a real pair of either kind passes.
 */
abstract class ApplianceContractTest {

  /** Returns the pair, the same for all tests of a class. */
  abstract ContractedPair contracted();

  private List<ApplianceId> ids() {
    return contracted().sides().stream()
        .map(ApplianceClient::checkHealth)
        .map(ApplianceHealth::applianceId)
        .toList();
  }

  @Test
  void both_are_well_and_have_opposite_roles() {
    ApplianceHealth primary = contracted().primary().checkHealth();
    ApplianceHealth backup = contracted().backup().checkHealth();

    assertThat(primary.failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(backup.failoverRole()).isEqualTo(FailoverRole.BACKUP);
    assertThat(primary.success()).as("success of the primary").isTrue();
    assertThat(backup.success()).as("success of the backup").isTrue();
  }

  @Test
  void they_are_two_appliances_that_keep_their_ids() {
    List<ApplianceId> first = ids();
    List<ApplianceId> again = ids();

    assertThat(first).doesNotHaveDuplicates().isEqualTo(again);
  }

  @Test
  void the_primary_answers_under_the_name_of_the_site() {
    PairSnapshot look = contracted().pair().observe();

    assertThat(look.layout()).isEqualTo(RoleLayout.ONE_PRIMARY);
    assertThat(look.isOneApplianceTwice()).isFalse();
    assertThat(look.currentPrimary().map(ApplianceHealth::applianceId))
        .isPresent()
        .isEqualTo(look.site().answeredBy());
  }

  @Test
  void one_token_serves_all_reads_of_an_appliance() {
    contracted().sides().forEach(ApplianceClient::checkHealth);
    contracted().sides().forEach(ApplianceClient::getApiInfo);

    assertThat(contracted().sides())
        .allSatisfy(side -> assertThat(contracted().tokensFrom(side.address())).isEqualTo(1));
  }

  @Test
  void each_tells_of_its_API_its_clock_and_the_permissions() {
    for (ApplianceClient side : contracted().sides()) {
      ApiInformation told = side.getApiInfo();

      assertThat(told.apiVersion()).isNotBlank();
      assertThat(told.serverTime()).isNotNull();
      assertThat(told.command()).isPresent();
      assertThat(told.backup()).contains(true);
    }
  }

  @Test
  void the_list_of_appliances_has_both_where_the_product_has_it() {
    ApplianceClient primary = contracted().primary();
    if (contracted().place().listsAppliances()) {
      assertThat(primary.getAppliances()).extracting(SiteAppliance::id).containsAll(ids());
    } else {
      assertThatThrownBy(primary::getAppliances).isInstanceOf(RejectedException.class);
    }
  }

  @Test
  void the_primary_counts_the_clients_that_it_lists() {
    ConnectedClients listed = contracted().primary().getConnectedClientList();
    ConnectedClients counted = contracted().primary().getConnectedClientCounts();

    assertThat(listed.counts()).isNotEmpty();
    assertThat(counted.counts())
        .extracting(ConnectedClients.Count::applianceId)
        .containsExactlyElementsOf(
            listed.counts().stream().map(ConnectedClients.Count::applianceId).toList());
    assertThat(counted.clients()).isEmpty();
  }

  @Test
  void the_plain_page_of_each_answers_without_a_token() {
    assertThat(contracted().sides())
        .extracting(ApplianceClient::probe)
        .hasOnlyElementsOfType(Probe.Answers.class);
  }

  @Test
  void both_show_the_same_certificate_for_the_name_of_the_site() {
    CertificateComparison seen = contracted().pair().compareCertificates();

    assertThat(seen.forSite()).as(seen.summary()).isEqualTo(CertificateComparison.Sameness.SAME);
  }

  @Test
  void the_account_can_do_what_it_is_meant_to() {
    PairAccess access =
        contracted().pair().checkAccess(AccessNeed.READ, AccessNeed.CHANGE, AccessNeed.BACKUP);

    assertThat(access.twoAppliances().isPassed()).as(access.summary()).isTrue();
    assertThat(List.of(access.primary(), access.backup()))
        .as(access.summary())
        .flatExtracting(AccessReport::findings)
        // A slow answer leaves it open whether the clocks agree.
        .filteredOn(finding -> finding.question() != AccessQuestion.CLOCK)
        .allMatch(finding -> finding.isPassed());
  }

  @Test
  void the_primary_gives_a_backup_that_is_whole(@TempDir Path folder) {
    Path file = folder.resolve("primary.nsb");

    BackupDownload backup = contracted().primary().downloadBackup(file);

    assertThat(backup.sizeBytes()).isPositive();
    assertThat(file).hasSize(backup.sizeBytes());
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void the_backup_gives_one_that_is_whole_or_says_no(@TempDir Path folder) {
    Path file = folder.resolve("backup.nsb");

    Throwable refusal = catchThrowable(() -> contracted().backup().downloadBackup(file));

    if (refusal == null) {
      assertThat(file).isNotEmptyFile();
    } else {
      assertThat(refusal).isInstanceOf(RejectedException.class);
      assertThat(folder).isEmptyDirectory();
    }
  }
}
