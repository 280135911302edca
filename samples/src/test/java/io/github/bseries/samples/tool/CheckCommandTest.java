// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.CertificateKind;
import io.github.bseries.testkit.http.PairAddresses;
import io.github.bseries.testkit.http.SimulatedPairServer;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SimulatedPairTest
class CheckCommandTest {

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void declare(SimulatedPair pair, PairAddresses addresses) throws IOException {
    file = Files.writeString(folder.resolve("pair.json"), WellKeptPair.declared(pair, addresses));
  }

  @Test
  void a_well_kept_pair_that_is_seen_and_remembered_is_fine(
      PairAddresses addresses, SimulatedAccount account) {
    String history = folder.resolve("history.json").toString();
    ToolRun first = live(addresses, account, "--history", history);

    ToolRun run = live(addresses, account, "--history", history);

    assertThat(first.out()).contains("BLOCKER not judged: pair.no-role-change-pending");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("state           NORMAL", "verdict         fine")
        .contains("switchover ready", "takeover   ready")
        .doesNotContain("violated", "not judged");
    assertThat(run.code()).isZero();
    assertThat(folder.resolve("history.json")).isNotEmptyFile();
  }

  @Test
  void a_swap_that_the_tool_began_is_known_to_it(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    String history = begun(addresses, account);
    ToolRun.on(
        addresses,
        account,
        "role",
        "backup",
        "--at",
        "primary",
        "--deadline",
        "50ms",
        "--history",
        history);

    ToolRun run = live(addresses, account, "--history", history);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .contains("BLOCKER violated: pair.no-role-change-pending")
        .contains(pair.a().id() + " was asked at");
  }

  @Test
  void without_a_memory_nobody_knows_what_was_asked_for(
      PairAddresses addresses, SimulatedAccount account) {
    ToolRun run = live(addresses, account);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("BLOCKER not judged: pair.no-role-change-pending");
  }

  @Test
  void certificates_that_differ_are_critical_though_both_declare_the_same(
      SimulatedPairServer server, SimulatedPair pair, SimulatedAccount account) {
    server.present(pair.b(), CertificateKind.OWN);

    ToolRun run = live(server.addresses(), account);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .contains("certificates    for localhost: different; without a name: different")
        .contains("BLOCKER violated: certificates.are-identical")
        .contains("WARNING violated: certificates.shown-are-declared");
  }

  @Test
  void a_pin_that_is_not_shown_ends_every_look(PairAddresses addresses, SimulatedAccount account) {
    ToolRun run = live(addresses, account, "--pin", "ab".repeat(32));

    assertThat(run.out()).contains("the certificate is not a pinned one", "expected abab");
    assertThat(run.code()).isNotZero();
  }

  @Test
  void what_is_printed_of_a_certificate_can_be_pinned_as_it_stands(
      PairAddresses addresses, SimulatedAccount account) {
    JsonObject shown =
        live(addresses, account, "--json")
            .json()
            .getJsonObject("certificates")
            .getJsonObject("primary")
            .getJsonObject("forSite");

    for (String what : List.of("publicKey", "fingerprint")) {
      assertThat(live(addresses, account, "--pin", shown.getString(what)).out())
          .as(what)
          .contains("is primary, success 1");
    }
  }

  @Test
  void a_name_can_be_given_its_address(PairAddresses addresses, SimulatedAccount account) {
    String own = ToolRun.url(addresses.a());
    ToolRun run =
        live(
            addresses,
            account,
            "--primary",
            own.replace("127.0.0.1", "site1.example.com"),
            "--resolve",
            "site1.example.com=127.0.0.1");

    assertThat(run.out()).contains("state           NORMAL");
  }

  @Test
  void an_address_or_pin_that_is_none_is_wrong_usage(
      PairAddresses addresses, SimulatedAccount account) {
    assertThat(live(addresses, account, "--resolve", "site1.example.com=elsewhere").code())
        .isEqualTo(64);
    assertThat(live(addresses, account, "--pin", "sha256/none").err()).contains("a pin is sha256/");
  }

  @Test
  void its_JSON_is_one_line_with_state_and_report(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    String history = begun(addresses, account);
    JsonObject json = live(addresses, account, "--json", "--history", history).json();

    assertThat(json.getString("verdict")).isEqualTo("fine");
    assertThat(json.getJsonObject("assessment").getString("state")).isEqualTo("NORMAL");
    assertThat(json.getJsonObject("snapshot").getJsonObject("primary").getString("id"))
        .isEqualTo(pair.a().id().value());
    assertThat(json.getJsonObject("certificates").getString("forSite")).isEqualTo("SAME");
    assertThat(json.getJsonObject("report").getString("format")).isEqualTo("bseries-report");
  }

  @Test
  void two_primaries_are_critical(
      SimulatedPair pair, PairAddresses addresses, SimulatedAccount account) {
    pair.cutLink();
    pair.b().setFailoverRole(FailoverRole.PRIMARY, false, false);
    pair.advance(Duration.ofMinutes(1));

    ToolRun run = live(addresses, account);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("BLOCKER violated: pair.one-is-primary");
  }

  @Test
  void without_a_look_the_best_is_unknown() {
    ToolRun run = check("--pair", file.toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("verdict         unknown", "nobody looked at the pair")
        .doesNotContain(" violated:");
  }

  @Test
  void a_setting_that_blocks_is_critical_without_a_look() throws IOException {
    replace("\"command\": \"full_access\"", "\"command\": \"read_only\"");

    ToolRun run = check("--pair", file.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("BLOCKER violated: control.api-account-may-change-roles");
  }

  @Test
  void a_setting_that_is_unwise_is_a_warning(PairAddresses addresses, SimulatedAccount account)
      throws IOException {
    replace("\"smtpAlerts\": true", "\"smtpAlerts\": false");

    ToolRun run = live(addresses, account, "--history", begun(addresses, account));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("WARNING violated: control.smtp-alerts-on-both-sides");
  }

  @Test
  void all_that_is_wrong_with_a_file_is_told_at_once() throws IOException {
    replace("\"smtpAlerts\": true", "\"smtpAlert\": true");

    ToolRun run = check("--pair", file.toString());

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err())
        .contains("$.normalPrimary.smtpAlert", "$.normalBackup.smtpAlert", "smtpAlerts");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void without_a_look_it_makes_nothing(@TempDir Path state) {
    ToolRun run =
        ToolRun.of(Map.of("XDG_STATE_HOME", state.toString()), "check", "--pair", file.toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(state).isEmptyDirectory();
  }

  @Test
  void a_site_that_is_called_by_its_ip_has_the_name_that_was_declared(
      PairAddresses addresses, SimulatedAccount account) {
    ToolRun run = liveAt(ToolRun.url(addresses.site()), addresses, account);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("certificates", "verdict");
  }

  @Test
  void a_site_of_another_name_than_the_declared_one_is_not_judged(
      PairAddresses addresses, SimulatedAccount account) {
    ToolRun run = liveAt("https://other.example.com", addresses, account);

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("other.example.com", "localhost");
  }

  @Test
  void a_file_that_is_not_there_is_wrong_usage() {
    ToolRun run = check("--pair", folder.resolve("none.json").toString());

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("none.json");
  }

  @Test
  void a_file_is_required() {
    assertThat(check().code()).isEqualTo(64);
  }

  @Test
  void a_look_that_cannot_be_remembered_is_told_with_its_verdict(
      PairAddresses addresses, SimulatedAccount account) {
    Path nowhere = folder.resolve("nowhere").resolve("history.json");

    ToolRun run = live(addresses, account, "--history", nowhere.toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("state           NORMAL");
    assertThat(run.err()).contains("the look was not remembered");
  }

  /** A history with one look in it. */
  private String begun(PairAddresses addresses, SimulatedAccount account) {
    String history = folder.resolve("h.json").toString();
    live(addresses, account, "--history", history);
    return history;
  }

  private ToolRun live(PairAddresses addresses, SimulatedAccount account, String... more) {
    String site = ToolRun.url(addresses.site()).replace("127.0.0.1", "localhost");
    return liveAt(site, addresses, account, more);
  }

  private ToolRun liveAt(
      String site, PairAddresses addresses, SimulatedAccount account, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("check", "--live", "--pair", file.toString(), "--site", site, "--trust"));
    args.add(addresses.caCertificate().toString());
    args.addAll(List.of(more));
    return ToolRun.of(ToolRun.environment(account), args.toArray(String[]::new));
  }

  private static ToolRun check(String... more) {
    String[] args = new String[more.length + 1];
    args[0] = "check";
    System.arraycopy(more, 0, args, 1, more.length);
    return ToolRun.of(Map.of("XDG_STATE_HOME", ToolRun.freshFolder().toString()), args);
  }

  private void replace(String text, String by) throws IOException {
    Files.writeString(file, Files.readString(file).replace(text, by));
  }
}
