// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.pair.ApiAccess;
import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.AtlasRole;
import io.github.bseries.core.pair.ConnectedClients;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.SiteAppliance;
import io.github.bseries.testkit.ApplianceFault;
import io.github.bseries.testkit.AssumedBehaviour;
import io.github.bseries.testkit.Assumptions;
import io.github.bseries.testkit.CallKind;
import io.github.bseries.testkit.CallMatch;
import io.github.bseries.testkit.CommandPermission;
import io.github.bseries.testkit.DeformedAnswer;
import io.github.bseries.testkit.FaultRule;
import io.github.bseries.testkit.ForeignAnswer;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.http.SimulatedPairServer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that tell of the API and of the site. */
@Timeout(120)
class SiteCommandsTest {

  /** Deformed answers that only a health or a backup can be. */
  private static final Set<DeformedAnswer> OF_OTHERS =
      Set.of(
          DeformedAnswer.UNKNOWN_ROLE,
          DeformedAnswer.MISSING_SUCCESS,
          DeformedAnswer.TRUNCATED,
          DeformedAnswer.ZERO_BYTES,
          DeformedAnswer.HTML_AS_BACKUP,
          DeformedAnswer.TEXT_AS_BACKUP);

  /** What is tried, and how it is called there. */
  enum Command {
    INFORMATION(CallKind.GET_API_INFO),
    APPLIANCES(CallKind.GET_APPLIANCES),
    CLIENTS(CallKind.GET_CONNECTED_CLIENT_LIST),
    COUNTS(CallKind.GET_CONNECTED_CLIENT_LIST);

    private final CallKind kind;

    Command(CallKind kind) {
      this.kind = kind;
    }

    Object callOn(ApplianceClient client) {
      return switch (this) {
        case INFORMATION -> client.getApiInfo();
        case APPLIANCES -> client.getAppliances();
        case CLIENTS -> client.getConnectedClientList();
        case COUNTS -> client.getConnectedClientCounts();
      };
    }
  }

  private static ApplianceClient client(SimulatedPairServer server, boolean ofBackup) {
    SimulatedAccount account = server.pair().account();
    return ApplianceClient.builder()
        .address(ofBackup ? server.b() : server.a())
        .account(ApiAccount.of(account.clientId(), account.clientSecret().toCharArray()))
        .trustedCertificates(server.caCertificate())
        .waiter(pause -> {})
        .build();
  }

  static List<Assumptions> variants() {
    return SimulatedPair.plausible();
  }

  static List<ApplianceFault> faults() {
    List<ApplianceFault> faults = new ArrayList<>(List.of(ForeignAnswer.values()));
    for (DeformedAnswer each : DeformedAnswer.values()) {
      if (!OF_OTHERS.contains(each)) {
        faults.add(each);
      }
    }
    faults.add(new ApplianceFault.LosesAnswer());
    faults.add(new ApplianceFault.CutsAnswer(300));
    faults.add(new ApplianceFault.ResetsConnection(true));
    faults.add(new ApplianceFault.ResetsConnection(false));
    return faults;
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void each_is_asked_for_as_the_vendor_describes(Command command) throws Exception {
    String expected =
        switch (command) {
          case INFORMATION -> "action=get_api_info";
          case APPLIANCES -> "action=get_appliances";
          case CLIENTS -> "action=get_connected_client_list";
          case COUNTS -> "action=get_connected_client_list&summary_only=1";
        };
    String body =
        switch (command) {
          case INFORMATION -> Recorded.API_INFORMATION;
          case APPLIANCES -> Recorded.APPLIANCES;
          case CLIENTS, COUNTS -> Recorded.CONNECTED_CLIENTS;
        };
    try (ScriptedServer server = ScriptedServer.withTokens(r -> Reply.xml(body));
        ApplianceClient client = ScriptedClient.of(server)) {
      command.callOn(client);

      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(1).target()).isEqualTo("/api/command?" + expected);
      assertThat(server.requests().get(1).method()).isEqualTo("GET");
    }
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void an_error_with_a_good_status_is_a_no(Command command) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.withTokens(r -> Reply.xml("<error>Invalid action</error>"));
        ApplianceClient client = ScriptedClient.of(server)) {
      RejectedException no =
          catchThrowableOfType(RejectedException.class, () -> command.callOn(client));

      assertThat(no.words()).isEqualTo("Invalid action");
      assertThat(no.status()).isEqualTo(200);
      assertThat(server.requests("get_")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void the_answer_to_another_command_is_unreadable(Command command) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
        ApplianceClient client = ScriptedClient.of(server)) {
      UnreadableAnswerException e =
          catchThrowableOfType(UnreadableAnswerException.class, () -> command.callOn(client));

      assertThat(e.getMessage()).contains("its root element is \"health_check\"");
      assertThat(e.isRetryable()).isFalse();
    }
  }

  @Test
  void a_text_that_repeats_a_secret_is_shown_without_it() throws Exception {
    String token = ScriptedServer.TOKEN;
    try (ScriptedServer server =
            ScriptedServer.withTokens(
                r ->
                    Reply.xml(
                        r.asksFor("get_api_info")
                            ? Recorded.API_INFORMATION.replace("some", token)
                            : r.asksFor("get_appliances")
                                ? Recorded.APPLIANCES.replace("site1", token)
                                : Recorded.CONNECTED_CLIENTS.replace("robot", token)));
        ApplianceClient client = ScriptedClient.of(server)) {

      assertThat(client.getApiInfo().permissions()).containsEntry("perm_of_tomorrow", "[hidden]");
      assertThat(client.getAppliances().get(0).name()).isEqualTo("[hidden]");
      assertThat(client.getConnectedClientList().counts().get(0).byType())
          .containsEntry("[hidden]", 0);
    }
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void without_the_permission_it_is_a_no(Command command) {
    SimulatedPair simulated = SimulatedPair.create();
    SimulatedAccount account = simulated.account();
    account.changePermissions(account.permissions().withCommand(CommandPermission.DENY));
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        ApplianceClient client = client(server, false)) {

      assertThat(catchThrowable(() -> command.callOn(client)))
          .isInstanceOf(RejectedException.class)
          .hasMessageContaining("permission");
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_is_met_as_that_of_a_health_is(ApplianceFault fault) {
    SimulatedPair simulated = SimulatedPair.create();
    simulated.a().misbehaves(placed(fault, CallKind.CHECK_HEALTH));
    for (CallKind kind :
        Set.of(Command.INFORMATION.kind, Command.APPLIANCES.kind, Command.CLIENTS.kind)) {
      simulated.a().misbehaves(placed(fault, kind));
    }
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated)) {
      Throwable ofHealth = thrown(server, ApplianceClient::checkHealth);
      for (Command command : Command.values()) {

        assertThat(kind(thrown(server, command::callOn)))
            .as(command + " under " + fault.label())
            .isEqualTo(kind(ofHealth));
      }
    }
  }

  private static FaultRule placed(ApplianceFault fault, CallKind kind) {
    return FaultRule.standing(fault).on(CallMatch.ANY.of(kind));
  }

  /** By a client of its own, since an account remembers how long it was asked to wait. */
  private static Throwable thrown(
      SimulatedPairServer server, Function<ApplianceClient, Object> call) {
    try (ApplianceClient client = client(server, false)) {
      return catchThrowable(() -> call.apply(client));
    }
  }

  private static String kind(Throwable thrown) {
    if (thrown == null) {
      return "none";
    }
    assertThat(thrown).isInstanceOf(ApplianceException.class);
    return thrown.getClass().getSimpleName()
        + (thrown instanceof UnreachableException e ? " silent " + e.isSilent() : "")
        + " retryable "
        + ((ApplianceException) thrown).isRetryable();
  }

  @Test
  void an_appliance_that_refuses_connections_is_unreachable() {
    SimulatedPair simulated = SimulatedPair.create();
    simulated.a().misbehaves(FaultRule.standing(new ApplianceFault.RefusesConnections()));
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        ApplianceClient client = client(server, false)) {
      for (Command command : Command.values()) {
        assertThat(catchThrowable(() -> command.callOn(client)))
            .isInstanceOf(UnreachableException.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void a_pair_tells_of_itself_under_every_variant(Assumptions variant) {
    SimulatedPair simulated = SimulatedPair.builder().assumptions(variant).build();
    simulated.a().api().connectClients("representative", 3);
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        ApplianceClient primary = client(server, false);
        ApplianceClient backup = client(server, true)) {
      ApiInformation information = backup.getApiInfo();
      List<SiteAppliance> appliances = backup.getAppliances();
      ConnectedClients clients = primary.getConnectedClientList();
      Throwable ofBackup = catchThrowable(backup::getConnectedClientCounts);

      assertThat(information.command()).contains(ApiAccess.CommandPermission.FULL_ACCESS);
      assertThat(information.backup()).contains(true);
      assertThat(information.serverTime())
          .isEqualTo(simulated.b().clock().truncatedTo(ChronoUnit.SECONDS));
      assertThat(appliances)
          .extracting(SiteAppliance::id)
          .containsExactlyInAnyOrder(simulated.a().id(), simulated.b().id());
      assertThat(appliances)
          .allMatch(each -> each.atlasRole().equals(Optional.of(AtlasRole.SINGLE)));
      assertThat(clients.count("representative")).isEqualTo(3);
      assertThat(clients.clients()).hasSize(3);
      assertThat(ofBackup instanceof RejectedException)
          .isEqualTo(variant.include(AssumedBehaviour.BACKUP_REFUSES_LIST));
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void the_list_of_a_node_that_lost_its_peer_is_read_under_every_variant(Assumptions variant) {
    SimulatedPair simulated = SimulatedPair.builder().assumptions(variant).build();
    simulated.cutLink();
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        ApplianceClient primary = client(server, false)) {
      List<SiteAppliance> appliances = primary.getAppliances();

      assertThat(appliances).hasSize(variant.include(AssumedBehaviour.NOT_LISTED) ? 1 : 2);
      assertThat(appliances.get(0).id()).isEqualTo(simulated.a().id());
      assertThat(appliances.get(0).failoverRole()).contains(FailoverRole.PRIMARY);
    }
  }

  @Test
  void a_cluster_is_listed_with_its_traffic_node() {
    SimulatedPair simulated = SimulatedPair.builder().trafficNode(true).build();
    try (SimulatedPairServer server = SimulatedPairServer.start(simulated);
        ApplianceClient primary = client(server, false)) {
      List<SiteAppliance> appliances = primary.getAppliances();

      assertThat(appliances).hasSize(3);
      assertThat(appliances)
          .filteredOn(each -> each.atlasRole().equals(Optional.of(AtlasRole.TRAFFIC)))
          .singleElement()
          .satisfies(node -> assertThat(node.failoverRole()).contains(FailoverRole.NONE));
    }
  }
}
