// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import static io.github.bseries.testkit.http.PlainCaller.FORM;
import static io.github.bseries.testkit.http.PlainCaller.basic;
import static io.github.bseries.testkit.http.PlainCaller.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.testkit.AccountPermissions;
import io.github.bseries.testkit.ApiNamespace;
import io.github.bseries.testkit.CommandPermission;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedPair;
import io.github.bseries.testkit.junit.SimulatedPairTest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SimulatedPairTest
class AdmissionAnswersTest {

  private static final String BECOME_BACKUP = "action=set_failover_role&role=backup";

  private final SimulatedPair pair;
  private final SimulatedAccount account;
  private final ApplianceAddress a;
  private final PlainCaller caller;
  private String token;

  AdmissionAnswersTest(SimulatedPair pair, SimulatedAccount account, PairAddresses addresses) {
    this.pair = pair;
    this.account = account;
    this.a = addresses.a();
    this.caller = new PlainCaller(addresses.caCertificate());
  }

  @BeforeEach
  void ask_for_a_token() throws IOException {
    token = caller.token(a, account);
  }

  private RawAnswer askForToken(String secret) throws IOException {
    return caller.post(
        a,
        "/oauth2/token",
        "grant_type=client_credentials",
        basic(account.clientId(), secret),
        FORM);
  }

  @Test
  void an_account_that_may_only_read_is_refused_in_xml_and_nothing_changes() throws IOException {
    account.changePermissions(AccountPermissions.ALL.withCommand(CommandPermission.READ_ONLY));

    RawAnswer answer = caller.command(a, token, BECOME_BACKUP);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("<error").contains("permission to use the Command API");
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(caller.command(a, token, "action=check_health").body()).contains("<health_check");
    assertThat(caller.command(a, token, "action=get_api_info").body())
        .contains("<permission name=\"perm_command\">read_only</permission>");
  }

  @Test
  void backups_can_be_denied() throws IOException {
    account.changePermissions(AccountPermissions.ALL.withBackup(false));

    RawAnswer refused = caller.get(a, "/api/backup", bearer(token));

    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.body()).contains("<error");
  }

  @Test
  void the_xml_api_can_be_off() throws IOException {
    pair.a().api().switchXmlApiOff();

    RawAnswer refused = caller.command(a, token, BECOME_BACKUP);

    assertThat(refused.body()).contains(">The XML API is disabled.</error>");
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    assertThat(caller.get(a, "/check_health").status()).isEqualTo(200);
  }

  @Test
  void a_caller_who_is_not_on_the_allow_list_is_refused_by_the_address_he_has() throws IOException {
    account.allowOnlyFrom("127.0.0.9/32");

    assertThat(caller.command(a, token, "action=check_health").status()).isEqualTo(401);
    assertThat(askForToken(account.clientSecret()).status()).isEqualTo(401);

    account.allowOnlyFrom("127.0.0.1/32");
    assertThat(caller.command(a, token, "action=check_health").status()).isEqualTo(200);
  }

  @Test
  void a_locked_account_looks_like_a_wrong_secret() throws IOException {
    for (int i = 0; i < 5; i++) {
      askForToken("wrong");
    }

    RawAnswer locked = askForToken(account.clientSecret());

    assertThat(locked.status()).isEqualTo(401);
    assertThat(locked.body()).contains("\"invalid_client\"");
  }

  @Test
  void limits_are_told_in_headers_and_what_is_past_them_says_when_to_come_back()
      throws IOException {
    pair.a().api().changeSettings(settings -> settings.rateLimited(true));
    RawAnswer first = caller.command(a, token, "action=check_health");
    assertThat(first.headers("X-RateLimit-Limit")).containsExactly("15000");
    assertThat(first.headers("X-RateLimit-Remaining")).containsExactly("14999");
    for (int i = 0; i < 19; i++) {
      caller.command(a, token, "action=check_health");
    }

    RawAnswer refused = caller.command(a, token, BECOME_BACKUP);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers("Retry-After")).containsExactly("1");
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
    pair.advance(Duration.ofSeconds(1));
    assertThat(caller.command(a, token, BECOME_BACKUP).status()).isEqualTo(200);
  }

  @Test
  void without_a_limit_there_are_no_such_headers() throws IOException {
    assertThat(caller.command(a, token, "action=check_health").headers("X-RateLimit-Limit"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ApiNamespace.class)
  void every_namespace_can_be_met(ApiNamespace namespace) throws IOException {
    pair.a().api().changeSettings(settings -> settings.namespace(namespace));

    String body = caller.command(a, token, "action=check_health").body();

    assertThat(body)
        .contains(
            namespace == ApiNamespace.NONE
                ? "<health_check>"
                : "<health_check xmlns=\"" + namespace.command() + "\">");
  }

  @Test
  void the_api_tells_its_version_its_time_and_the_permissions() throws IOException {
    String body = caller.command(a, token, "action=get_api_info").body();

    assertThat(body)
        .contains("<api_information xmlns=")
        .contains("<api_version>1.19.0</api_version>")
        .contains("<company_name>example</company_name>")
        .contains("<timestamp>1772366400</timestamp>")
        .contains("<permission name=\"perm_command\">full_access</permission>")
        .contains("<permission name=\"perm_backup\">1</permission>")
        .contains("<permission name=\"perm_scim\">0</permission>");
    pair.a().api().changeSettings(settings -> settings.companyName(null).apiVersion("1.24.1"));
    assertThat(caller.command(a, token, "action=get_api_info").body())
        .contains("1.24.1")
        .doesNotContain("company_name");
  }

  @Test
  void both_appliances_are_listed_with_their_roles() throws IOException {
    String body = caller.command(a, token, "action=get_appliances").body();

    assertThat(body)
        .contains("<appliance id=\"" + pair.a().id() + "\">\n\t\t<name>appliance-a</name>")
        .contains("<appliance id=\"" + pair.b().id() + "\">\n\t\t<name>appliance-b</name>")
        .contains("<public_hostname>support.example.com</public_hostname>")
        .contains("<cluster_role>single</cluster_role>")
        .contains("<failover_role>primary</failover_role>")
        .contains("<failover_role>backup</failover_role>")
        .contains("<accepting_connections>1</accepting_connections>")
        .contains("<timezone_offset>0</timezone_offset>");
  }

  @Test
  void connected_clients_are_counted_and_listed() throws IOException {
    pair.a().api().connectClients("representative", 2);
    pair.a().api().connectClients("push_agent", 1);

    String all = caller.command(a, token, "action=get_connected_client_list").body();
    String some =
        caller
            .command(a, token, "action=get_connected_client_list&type=push_agent&summary_only=1")
            .body();

    assertThat(all)
        .contains("<appliance_summary id=\"" + pair.a().id() + "\">")
        .contains("<count type=\"representative\">2</count>")
        .contains("<count type=\"support_customer\">0</count>")
        .contains("<connected_client type=\"representative\" id=\"representative-2\"/>");
    assertThat(some)
        .contains("<count type=\"push_agent\">1</count>")
        .doesNotContain("representative")
        .doesNotContain("<connected_client ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"type=nobody", "type=", "type=all,nobody", "summary_only=yes"})
  void a_list_of_clients_says_no_inside_its_usual_root(String rest) throws IOException {
    RawAnswer answer = caller.command(a, token, "action=get_connected_client_list&" + rest);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("<connected_client_list").contains("\n\t<error>Invalid ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/command?" + BECOME_BACKUP, "/api/backup"})
  void multipart_is_refused_even_when_the_query_says_all(String target) throws IOException {
    RawAnswer answer =
        caller.post(
            a, target, "--x--", bearer(token), "Content-Type: multipart/form-data; boundary=x");

    assertThat(answer.body()).contains("<error").contains("Multipart");
    assertThat(pair.a().failoverRole()).isEqualTo(FailoverRole.PRIMARY);
  }
}
