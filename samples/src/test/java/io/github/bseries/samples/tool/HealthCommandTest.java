// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SimulatedPairTest
class HealthCommandTest {

  @Test
  void a_normal_pair_is_fine(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    ToolRun run = ToolRun.on(addresses, account, "health");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(pair.a().id() + " is primary, success 1", pair.b().id() + " is backup, success 1")
        .contains("layout          ONE_PRIMARY", "verdict         fine");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void its_JSON_is_one_line_with_what_was_seen(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    ToolRun run = ToolRun.on(addresses, account, "health", "--json");

    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.json().getString("layout")).isEqualTo("ONE_PRIMARY");
    assertThat(run.json().getString("verdict")).isEqualTo("fine");
    assertThat(run.json().getJsonObject("primary").getString("id"))
        .isEqualTo(pair.a().id().value());
    assertThat(run.json().getJsonObject("primary").getString("failoverRole")).isEqualTo("primary");
    assertThat(run.json().getJsonObject("primary").getJsonObject("lastDataSync")).isNotNull();
    assertThat(run.json().getJsonObject("backup").containsKey("lastDataSync")).isFalse();
    assertThat(run.json().getJsonObject("site").getString("answeredBy"))
        .isEqualTo(pair.a().id().value());
  }

  @Test
  void an_appliance_that_ails_is_critical(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.a().ails("The disk is full");

    ToolRun run = ToolRun.on(addresses, account, "health");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("normal primary: ails: \"The disk is full\"");
  }

  @Test
  void what_cannot_be_printed_is_not_told(PairAddresses addresses, SimulatedAccount account) {
    PrintWriter full =
        new PrintWriter(
            new Writer() {
              @Override
              public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
              }

              @Override
              public void flush() {}

              @Override
              public void close() {}
            });

    int code =
        BseriesTool.run(
            ToolRun.environment(account),
            full,
            new PrintWriter(new StringWriter()),
            "health",
            "--primary",
            ToolRun.url(addresses.a()),
            "--trust",
            addresses.caCertificate().toString());

    assertThat(code).isEqualTo(3);
  }

  @Test
  void a_silent_side_is_unknown(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.b().powerOff();

    ToolRun run = ToolRun.on(addresses, account, "health", "--json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.json().getString("layout")).isEqualTo("PARTLY_SEEN");
    assertThat(run.json().getJsonObject("backup").getString("observation")).isEqualTo("silent");
  }

  @Test
  void two_primaries_are_critical(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.cutLink();
    pair.b().setFailoverRole(FailoverRole.PRIMARY, false, false);
    pair.advance(Duration.ofMinutes(1));

    ToolRun run = ToolRun.on(addresses, account, "health");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("BOTH_PRIMARY", "both say that they are primary");
  }

  @Test
  void swapped_roles_are_a_warning(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.a().setFailoverRole(FailoverRole.BACKUP, false, false);
    pair.advance(Duration.ofMinutes(1));

    ToolRun run = ToolRun.on(addresses, account, "health");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("the roles are swapped");
  }

  @Test
  void two_backups_are_unknown_since_one_look_cannot_tell_a_swap_from_a_conflict(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.a().setFailoverRole(FailoverRole.BACKUP, false, false);

    ToolRun run = ToolRun.on(addresses, account, "health");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("both are backup", "nobody that can be told answers");
  }

  @Test
  void wrong_credentials_are_unknown_and_told_without_the_secret(
      PairAddresses addresses, SimulatedAccount account) {
    ToolRun run =
        ToolRun.of(
            Map.of(
                "BT_CLIENT_ID",
                account.clientId(),
                "BT_CLIENT_SECRET",
                "not-the-secret",
                "XDG_STATE_HOME",
                ToolRun.freshFolder().toString()),
            "health",
            "--primary",
            ToolRun.url(addresses.a()),
            "--trust",
            addresses.caCertificate().toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("Client authentication failed").doesNotContain("not-the-secret");
  }

  @Test
  void one_address_twice_is_not_taken_for_a_pair(
      PairAddresses addresses, SimulatedAccount account) {
    ToolRun run =
        ToolRun.of(
            ToolRun.environment(account),
            "health",
            "--primary",
            ToolRun.url(addresses.a()),
            "--backup",
            ToolRun.url(addresses.a()),
            "--trust",
            addresses.caCertificate().toString());

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("each needs its own");
  }
}
