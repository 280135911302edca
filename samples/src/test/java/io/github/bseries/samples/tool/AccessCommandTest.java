// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.testkit.AccountPermissions;
import io.github.bseries.testkit.CommandPermission;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedTime;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairExtension;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccessCommandTest {

  /** Its clock has to be that of the tool. */
  @RegisterExtension
  static final SimulatedPairExtension PAIR =
      SimulatedPairExtension.with(
          () -> SimulatedPair.builder().time(SimulatedTime.running(1)).build());

  @Test
  void an_account_that_may_do_all_is_fine(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    ToolRun run = ToolRun.on(addresses, account, "access");

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out())
        .contains("normal primary https://", "normal backup https://", "verdict         fine")
        .contains("passed: the account may change roles (perm_command is full_access)")
        .doesNotContain("lacking", "unknown");
    assertThat(run.err()).isEmpty();
    assertThat(pair.a().roleChangesReceived()).isZero();
  }

  @Test
  void what_is_lacking_is_critical_and_named_by_its_box(
      PairAddresses addresses, SimulatedAccount account) {
    account.changePermissions(new AccountPermissions(CommandPermission.READ_ONLY, true));

    ToolRun run = ToolRun.on(addresses, account, "access");
    ToolRun reading = ToolRun.on(addresses, account, "access", "--for", "read,backup");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .contains("lacking: the account may change roles", "Set Command API to full access");
    assertThat(reading.code()).as(reading.out()).isZero();
  }

  @Test
  void a_wrong_secret_is_critical_and_is_not_shown(
      PairAddresses addresses, SimulatedAccount account) {
    ToolRun run =
        ToolRun.of(
            Map.of("BT_CLIENT_ID", account.clientId(), "BT_CLIENT_SECRET", "not-the-secret"),
            "access",
            "--primary",
            ToolRun.url(addresses.a()),
            "--trust",
            addresses.caCertificate().toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .contains("lacking: client id and secret are taken", "unknown: the account may read")
        .doesNotContain("not-the-secret");
  }

  @Test
  void a_clock_that_is_wrong_is_a_warning(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.b().clockSkew(Duration.ofMinutes(10));

    ToolRun run = ToolRun.on(addresses, account, "access");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("behind that of the appliance", "Set the same NTP server");
  }

  @Test
  void what_cannot_be_told_is_unknown(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    account.changePermissions(new AccountPermissions(CommandPermission.DENY, true));

    ToolRun run = ToolRun.on(addresses, account, "access", "--for", "backup");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("unknown: the account may download backups");
  }

  @Test
  void its_JSON_is_one_line_with_every_finding(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    account.changePermissions(new AccountPermissions(CommandPermission.FULL_ACCESS, false));

    ToolRun run = ToolRun.on(addresses, account, "access", "--json");

    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.json().getString("verdict")).isEqualTo("critical");
    JsonObject primary = run.json().getJsonObject("primary");
    assertThat(primary.getString("id")).isEqualTo(pair.a().id().value());
    JsonObject finding = primary.getJsonArray("findings").getJsonObject(5);
    assertThat(finding.getString("question")).isEqualTo("BACKUP");
    assertThat(finding.getString("outcome")).isEqualTo("lacking");
    assertThat(finding.getString("observation")).isEqualTo("perm_backup is 0");
    assertThat(finding.getString("remedy")).startsWith("Allow access to the Backup API");
    assertThat(primary.getJsonArray("findings").getJsonObject(0).containsKey("remedy")).isFalse();
  }
}
