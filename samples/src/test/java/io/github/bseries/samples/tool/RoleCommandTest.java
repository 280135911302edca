// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.CommandPermission;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.SimulatedTime;
import io.github.bseries.testkit.http.SimulatedPairServer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tool waits in real time, so the pair's time runs as well: a minute in a second. */
class RoleCommandTest {

  private final SimulatedPair pair =
      SimulatedPair.builder().time(SimulatedTime.running(60)).build();
  private final SimulatedPairServer server = SimulatedPairServer.start(pair);

  @AfterEach
  void close() {
    server.close();
  }

  private ToolRun role(String... args) {
    List<String> all = new ArrayList<>(List.of("role", "--poll-interval", "50ms"));
    all.addAll(List.of(args));
    return ToolRun.on(server.addresses(), pair.account(), all.toArray(String[]::new));
  }

  @Test
  void a_switchover_syncs_first_and_is_watched_to_its_end() {
    ToolRun run = role("backup", "--at", "primary");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "normal primary primary, backup backup",
            "to become backup: awaits the data sync",
            "normal primary backup, backup primary",
            "reached");
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.BACKUP);
    assertThat(pair.a().roleChangesReceived()).isEqualTo(1);
    assertThat(pair.b().roleChangesReceived()).isZero();
  }

  @Test
  void its_JSON_is_one_line_with_the_states() {
    ToolRun run = role("primary", "--at", "backup", "--no-data-sync-first", "--json");

    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.json().getString("end")).isEqualTo("reached");
    assertThat(run.json().getString("answer")).isEqualTo("confirmed");
    assertThat(run.json().getJsonArray("states").getValuesAs(JsonObject.class))
        .last()
        .satisfies(state -> assertThat(state.getString("backup")).isEqualTo("primary"));
  }

  @Test
  void a_role_that_is_held_already_is_a_warning_and_nothing_is_sent() {
    ToolRun run = role("primary", "--at", "primary");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("not sent: appliance " + pair.a().id() + " is primary already");
    assertThat(pair.a().roleChangesReceived()).isZero();
  }

  @Test
  void a_refusal_is_told_in_the_appliances_words() {
    pair.cutLink();

    ToolRun run = role("backup", "--at", "primary");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("refused: ", "look at the page Failover of /login");
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
  }

  @Test
  void a_refusal_for_want_of_a_permission_names_the_box_to_tick() {
    SimulatedAccount account = pair.account();
    account.changePermissions(account.permissions().withCommand(CommandPermission.READ_ONLY));

    ToolRun text = role("backup", "--at", "primary");
    ToolRun json = role("backup", "--at", "primary", "--json");

    assertThat(text.code()).isEqualTo(2);
    assertThat(text.out()).contains("Set Command API to full access for the account on the page");
    assertThat(json.json().getString("remedy")).startsWith("Set Command API to full access");
  }

  @Test
  void a_lost_answer_is_cleared_up_by_looking_and_nothing_is_sent_again() {
    pair.a().misbehaves(CallKind.SET_FAILOVER_ROLE, new ApplianceFault.LosesAnswer());

    ToolRun run = role("backup", "--at", "primary");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("unconfirmed: ", "reached");
    assertThat(pair.a().roleChangesReceived()).isEqualTo(1);
  }

  @Test
  void an_end_that_is_not_seen_is_undecided() {
    pair.a()
        .misbehaves(
            CallKind.SET_FAILOVER_ROLE,
            new ApplianceFault.Answers(503, Map.of("Retry-After", "0"), ""));

    ToolRun run = role("backup", "--at", "primary", "--deadline", "300ms");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("unconfirmed: status 503", "undecided: ", "look again");
    assertThat(pair.a().roleChangesReceived()).isEqualTo(1);
  }

  @Test
  void nobody_is_made_primary_while_the_other_cannot_be_seen() {
    pair.a().powerOff();

    ToolRun run = role("primary", "--at", "backup", "--no-data-sync-first");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("there could be two primaries", "--other-side-is-off");
    assertThat(pair.b().roleChangesReceived()).isZero();
  }

  @Test
  void a_takeover_needs_somebody_who_vouches_and_ends_with_a_warning() {
    pair.a().powerOff();

    ToolRun run = role("primary", "--at", "backup", "--no-data-sync-first", "--other-side-is-off");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("confirmed", "reached: ", "the other one was not seen");
    assertThat(pair.b().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
  }

  @Test
  void wrong_credentials_end_it_before_anything_is_sent() {
    ToolRun run =
        ToolRun.of(
            Map.of(
                "BT_CLIENT_ID",
                "id",
                "BT_CLIENT_SECRET",
                "wrong",
                "XDG_STATE_HOME",
                ToolRun.freshFolder().toString()),
            "role",
            "backup",
            "--at",
            "primary",
            "--json",
            "--primary",
            ToolRun.url(server.a()),
            "--backup",
            ToolRun.url(server.b()),
            "--trust",
            server.caCertificate().toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.json().getString("end")).isEqualTo("not sent");
    assertThat(pair.a().roleChangesReceived()).isZero();
  }

  @Test
  void the_appliance_to_ask_must_be_seen() {
    pair.a().powerOff();

    ToolRun run = role("backup", "--at", "primary");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("not sent", "silent");
  }

  @Test
  void force_is_towards_backup_only() {
    ToolRun run = role("primary", "--at", "backup", "--force");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("--force is towards backup only");
    assertThat(pair.b().roleChangesReceived()).isZero();
  }
}
