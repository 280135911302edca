// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.client.AccessFinding.Outcome;
import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.testkit.AccountPermissions;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.CallMatch;
import io.github.bseries.testkit.CommandPermission;
import io.github.bseries.testkit.DeformedAnswer;
import io.github.bseries.testkit.FaultRule;
import io.github.bseries.testkit.ForeignAnswer;
import io.github.bseries.testkit.RecordedCall;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.CertificateKind;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The check before the night when it matters. */
@Timeout(120)
class CheckAccessTest {

  private static final AccessNeed[] ALL = AccessNeed.values();

  static ApplianceClientBuilder settings(SimulatedPairServer server, String secret) {
    SimulatedPair simulated = server.pair();
    return ApplianceClient.builder()
        .account(ApiAccount.of(simulated.account().clientId(), secret.toCharArray()))
        .trustedCertificates(server.caCertificate())
        .clock(simulated.time())
        .waiter(pause -> {});
  }

  private static ApplianceClient client(SimulatedPairServer server) {
    return settings(server, server.pair().account().clientSecret()).address(server.a()).build();
  }

  private static AccessReport checked(SimulatedPair simulated, AccessNeed... needs) {
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        ApplianceClient client = client(server)) {
      return client.checkAccess(needs);
    }
  }

  private static AccessFinding of(AccessReport report, AccessQuestion question) {
    return report.finding(question).orElseThrow();
  }

  private static Outcome outcome(AccessReport report, AccessQuestion question) {
    return of(report, question).outcome();
  }

  private static SimulatedPair permitting(CommandPermission command, boolean backup) {
    SimulatedPair simulated = SimulatedPair.create();
    simulated.a().api().changeSettings(settings -> settings.apiVersion("1.24.1"));
    simulated.account().changePermissions(new AccountPermissions(command, backup));
    return simulated;
  }

  static List<ApplianceFault> faults() {
    List<ApplianceFault> faults = new ArrayList<>(List.of(ForeignAnswer.values()));
    faults.addAll(Arrays.asList(DeformedAnswer.values()));
    faults.add(new ApplianceFault.LosesAnswer());
    faults.add(new ApplianceFault.CutsAnswer(300));
    faults.add(new ApplianceFault.ResetsConnection(false));
    return faults;
  }

  @Test
  void an_account_that_may_do_all_is_fine_and_nothing_was_changed() {
    SimulatedPair simulated = permitting(CommandPermission.FULL_ACCESS, true);

    AccessReport report = checked(simulated, ALL);

    assertThat(report.isFine()).as(report.summary()).isTrue();
    assertThat(report.findings())
        .extracting(AccessFinding::question)
        .containsExactly(
            AccessQuestion.ADDRESS,
            AccessQuestion.CREDENTIALS,
            AccessQuestion.XML_API,
            AccessQuestion.READ,
            AccessQuestion.CHANGE,
            AccessQuestion.BACKUP,
            AccessQuestion.VERSION,
            AccessQuestion.CLOCK);
    assertThat(report.applianceId()).isEqualTo(simulated.a().id());
    assertThat(simulated.a().recordedCalls())
        .extracting(RecordedCall::kind)
        .containsExactly(
            CallKind.PROBE, CallKind.TOKEN, CallKind.CHECK_HEALTH, CallKind.GET_API_INFO);
    assertThat(simulated.a().roleChangesReceived()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "FULL_ACCESS, true, PASSED, PASSED, PASSED",
    "FULL_ACCESS, false, PASSED, PASSED, LACKING",
    "READ_ONLY, true, PASSED, LACKING, PASSED",
    "READ_ONLY, false, PASSED, LACKING, LACKING",
    "DENY, true, LACKING, UNKNOWN, UNKNOWN",
    "DENY, false, LACKING, UNKNOWN, UNKNOWN"
  })
  void each_permission_is_judged_by_what_the_appliance_tells_of_it(
      CommandPermission command, boolean backup, Outcome read, Outcome change, Outcome download) {
    AccessReport report = checked(permitting(command, backup), ALL);

    assertThat(outcome(report, AccessQuestion.CREDENTIALS)).isEqualTo(Outcome.PASSED);
    assertThat(outcome(report, AccessQuestion.READ)).isEqualTo(read);
    assertThat(outcome(report, AccessQuestion.CHANGE)).isEqualTo(change);
    assertThat(outcome(report, AccessQuestion.BACKUP)).isEqualTo(download);
    assertThat(report.isFine()).isEqualTo(command == CommandPermission.FULL_ACCESS && backup);
  }

  @Test
  void what_is_lacking_is_named_by_its_box() {
    AccessReport readOnly = checked(permitting(CommandPermission.READ_ONLY, false), ALL);
    AccessReport denied = checked(permitting(CommandPermission.DENY, false), AccessNeed.READ);

    assertThat(of(readOnly, AccessQuestion.CHANGE).summary())
        .contains(
            "perm_command is read_only", "Set Command API to full access", "API Configuration");
    assertThat(of(readOnly, AccessQuestion.BACKUP).summary())
        .contains("perm_backup is 0", "Allow access to the Backup API");
    assertThat(of(denied, AccessQuestion.READ).remedy())
        .startsWith("Set Command API to read-only or full access");
  }

  @Test
  void only_what_is_meant_is_asked_for() {
    SimulatedPair simulated = permitting(CommandPermission.READ_ONLY, true);

    assertThat(checked(simulated, AccessNeed.READ).isFine()).isTrue();
    AccessReport forBackups = checked(simulated, AccessNeed.BACKUP);
    assertThat(forBackups.isFine()).isTrue();
    assertThat(forBackups.finding(AccessQuestion.XML_API)).isEmpty();
    assertThat(checked(simulated, AccessNeed.CHANGE).isFine()).isFalse();
  }

  @Nested
  class When_the_account_is_not_taken {

    @Test
    void a_wrong_secret_is_sent_once_and_nothing_is_called_fine() {
      SimulatedPair simulated = SimulatedPair.create();
      try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
          ApplianceClient client = settings(server, "not-the-secret").address(server.a()).build()) {
        AccessReport report = client.checkAccess(ALL);
        AccessReport again = client.checkAccess(ALL);

        assertThat(outcome(report, AccessQuestion.ADDRESS)).isEqualTo(Outcome.PASSED);
        assertThat(outcome(report, AccessQuestion.CREDENTIALS)).isEqualTo(Outcome.LACKING);
        assertThat(of(report, AccessQuestion.CREDENTIALS).remedy()).contains("client secret");
        assertThat(report.findings().subList(2, report.findings().size()))
            .allMatch(each -> each.outcome() == Outcome.UNKNOWN);
        assertThat(outcome(again, AccessQuestion.CREDENTIALS)).isEqualTo(Outcome.LACKING);
        assertThat(simulated.a().recordedCalls())
            .filteredOn(call -> call.kind() == CallKind.TOKEN)
            .hasSize(1);
        assertThat(report.summary() + again).doesNotContain("not-the-secret");
      }
    }

    @Test
    void a_secret_that_was_replaced_is_noticed_behind_the_token_of_before() {
      SimulatedPair simulated = SimulatedPair.create();
      try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
          ApplianceClient client = client(server)) {
        client.checkHealth();
        simulated.account().regenerateSecret();

        AccessReport report = client.checkAccess(AccessNeed.READ);

        assertThat(outcome(report, AccessQuestion.CREDENTIALS)).isEqualTo(Outcome.LACKING);
        assertThat(outcome(report, AccessQuestion.READ)).isEqualTo(Outcome.UNKNOWN);
      }
    }

    @ParameterizedTest
    @EnumSource(
        value = AssumedBehaviour.class,
        names = {"STRANGER_IS_401", "STRANGER_IS_403"})
    void a_stranger_is_told_of_the_allow_list(AssumedBehaviour behaviour) {
      SimulatedPair simulated = SimulatedPair.builder().assume(behaviour).build();
      simulated.account().allowOnlyFrom("10.1.2.3/32");

      AccessReport report = checked(simulated, AccessNeed.READ);

      assertThat(outcome(report, AccessQuestion.CREDENTIALS)).isEqualTo(Outcome.LACKING);
      assertThat(of(report, AccessQuestion.CREDENTIALS).remedy())
          .contains("Network Address Allow List");
    }

    @Test
    void a_token_that_is_kept_proves_nothing_while_nobody_answers() {
      SimulatedPair simulated = SimulatedPair.create();
      try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
          ApplianceClient client = client(server)) {
        client.checkHealth();
        simulated.a().powerOff();

        AccessReport report = client.checkAccess(ALL);

        assertThat(outcome(report, AccessQuestion.ADDRESS)).isEqualTo(Outcome.LACKING);
        assertThat(report.findings().subList(1, report.findings().size()))
            .allMatch(each -> each.outcome() == Outcome.UNKNOWN);
      }
    }
  }

  @Nested
  class When_the_XML_API_is_off {

    @ParameterizedTest
    @EnumSource(
        value = AssumedBehaviour.class,
        names = {"XML_OFF_IS_AN_ERROR", "XML_OFF_IS_403", "XML_OFF_IS_404"})
    void its_box_is_named_and_it_is_not_called_on(AssumedBehaviour behaviour) {
      SimulatedPair simulated = SimulatedPair.builder().assume(behaviour).build();
      simulated.a().api().switchXmlApiOff();

      AccessReport report = checked(simulated, AccessNeed.CHANGE);

      assertThat(outcome(report, AccessQuestion.CREDENTIALS)).isEqualTo(Outcome.PASSED);
      assertThat(outcome(report, AccessQuestion.XML_API)).isEqualTo(Outcome.UNKNOWN);
      assertThat(of(report, AccessQuestion.XML_API).remedy()).contains("Enable XML API");
      assertThat(of(report, AccessQuestion.READ).isPassed()).isFalse();
      assertThat(report.isFine()).isFalse();
    }
  }

  @Nested
  class Of_the_address {

    @ParameterizedTest
    @EnumSource(
        value = CertificateKind.class,
        names = {"EXPIRED", "SELF_SIGNED", "OTHER_NAME"})
    void a_certificate_that_is_not_good_is_lacking(CertificateKind kind) {
      SimulatedPair simulated = SimulatedPair.create();
      try (SimulatedPairServer server =
              SimulatedPairServer.builder(simulated).certificateOfA(kind).start();
          ApplianceClient client = client(server)) {
        AccessReport report = client.checkAccess(AccessNeed.READ);

        assertThat(outcome(report, AccessQuestion.ADDRESS)).isEqualTo(Outcome.LACKING);
        assertThat(of(report, AccessQuestion.ADDRESS).remedy()).contains("certificate");
        assertThat(outcome(report, AccessQuestion.CREDENTIALS)).isEqualTo(Outcome.UNKNOWN);
      }
    }

    @Test
    void a_first_call_that_was_lost_does_not_count_once_another_was_answered() {
      SimulatedPair simulated = permitting(CommandPermission.FULL_ACCESS, true);
      simulated.a().misbehaves(CallKind.PROBE, new ApplianceFault.ResetsConnection(false));

      AccessReport report = checked(simulated, ALL);

      assertThat(report.isFine()).as(report.summary()).isTrue();
      assertThat(of(report, AccessQuestion.ADDRESS).observation()).contains("not at first");
    }
  }

  @Nested
  class Of_the_clock {

    private AccessReport skewed(Duration skew) {
      SimulatedPair simulated = SimulatedPair.create();
      simulated.a().clockSkew(skew);
      return checked(simulated, AccessNeed.READ);
    }

    @ParameterizedTest
    @CsvSource({
      "PT0S, PASSED",
      "PT30S, PASSED",
      "PT-30S, PASSED",
      "PT5M, LACKING",
      "PT-2H, LACKING"
    })
    void it_is_compared_with_the_local_one(Duration skew, Outcome outcome) {
      AccessReport report = skewed(skew);
      ClockSkew found = report.clockSkew();

      assertThat(outcome(report, AccessQuestion.CLOCK)).isEqualTo(outcome);
      assertThat(found.localMinusServer().plus(skew).abs())
          .isLessThanOrEqualTo(found.uncertainty());
    }

    @Test
    void one_that_is_not_told_is_unknown() throws Exception {
      try (ScriptedServer server = ScriptedServer.withTokens(r -> answer(r, ""));
          ApplianceClient client = ScriptedClient.of(server)) {
        AccessReport report = client.checkAccess(AccessNeed.READ);

        assertThat(outcome(report, AccessQuestion.CLOCK)).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.clockSkew()).isNull();
        assertThat(report.isFine()).isFalse();
      }
    }

    @Test
    void an_answer_that_took_minutes_tells_nothing() throws Exception {
      long[] nanos = {0};
      try (ScriptedServer server =
              ScriptedServer.withTokens(
                  r -> {
                    if (r.asksFor("get_api_info")) {
                      nanos[0] += Duration.ofMinutes(3).toNanos();
                    }
                    return answer(r, "<timestamp>1574638362</timestamp>");
                  });
          ApplianceClient client =
              ScriptedClient.builder(server)
                  .clock(() -> Instant.ofEpochSecond(1_574_638_362))
                  .nanoTime(() -> nanos[0])
                  .build()) {
        AccessReport report = client.checkAccess(AccessNeed.READ);

        assertThat(outcome(report, AccessQuestion.CLOCK)).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.clockSkew().uncertainty()).isEqualTo(Duration.ofMillis(90_500));
      }
    }

    private static Reply answer(ScriptedServer.Received request, String timestamp) {
      return request.asksFor("get_api_info")
          ? Reply.xml(
              "<api_information><api_version>1.24.1</api_version>"
                  + timestamp
                  + "</api_information>")
          : request.asksFor("check_health")
              ? Reply.xml(Recorded.health("primary"))
              : Reply.of(200, "text/plain", "ok");
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void it_is_fine_only_if_both_answers_were_read_and_it_never_throws(ApplianceFault fault) {
    SimulatedPair simulated = permitting(CommandPermission.FULL_ACCESS, true);
    for (CallKind kind : List.of(CallKind.CHECK_HEALTH, CallKind.GET_API_INFO)) {
      if (fault.actsOn(kind)) {
        simulated.a().misbehaves(FaultRule.standing(fault).on(CallMatch.ANY.of(kind)));
      }
    }

    AccessReport report = checked(simulated, ALL);

    // A wrong type or a byte order mark, for instance, hides nothing.
    boolean bothRead = report.applianceId() != null && report.apiInformation() != null;
    assertThat(report.isFine()).as(report.summary()).isEqualTo(bothRead);
    assertThat(bothRead && fault instanceof ForeignAnswer).isFalse();
    assertThat(report.findings()).hasSize(8);
  }

  @Test
  void what_makes_no_sense_is_refused_before_anything_is_asked() throws Exception {
    try (ScriptedServer server = ScriptedServer.of(r -> Reply.nothing(Ending.CLOSE));
        ApplianceClient client = ScriptedClient.of(server);
        ApplianceClient nobody =
            ApplianceClient.builder().address(server.address()).plainHttpOnLoopback(true).build()) {
      assertThatThrownBy(client::checkAccess)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("needs are empty, must be one at least");
      assertThatThrownBy(() -> nobody.checkAccess(AccessNeed.READ))
          .isInstanceOf(IllegalStateException.class);
      ApplianceClient closed = ScriptedClient.of(server);
      closed.close();
      assertThatThrownBy(() -> closed.checkAccess(AccessNeed.READ))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is closed");
      assertThat(server.requests()).isEmpty();
    }
  }
}
