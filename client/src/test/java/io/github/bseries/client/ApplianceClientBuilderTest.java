// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplianceClientBuilderTest {

  private static final ApplianceAddress SITE = ApplianceAddress.parse("site.example.com");

  private static ApplianceClientBuilder complete() {
    return ApplianceClient.builder().address(SITE).account(ScriptedClient.account());
  }

  @Nested
  class A_setting {

    @Test
    void that_is_missing_is_named() {
      assertThatIllegalStateException()
          .isThrownBy(() -> ApplianceClient.builder().account(ScriptedClient.account()).build())
          .withMessage("address is required");
    }

    @Test
    void may_leave_out_the_account_for_a_probe_alone() {
      try (ApplianceClient client = ApplianceClient.builder().address(SITE).build()) {
        assertThatIllegalStateException()
            .isThrownBy(client::checkHealth)
            .withMessageContaining("no API account was set");
      }
    }

    static List<Duration> impossible() {
      return List.of(
          Duration.ZERO,
          Duration.ofMillis(-1),
          Duration.ofNanos(999_999),
          Duration.ofDays(25),
          Duration.ofSeconds(Long.MAX_VALUE),
          Duration.ofSeconds(Long.MIN_VALUE));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void that_is_no_time_to_wait_is_named(Duration wrong) {
      isNamed("connectTimeout", complete().connectTimeout(wrong));
      isNamed("callTimeout", complete().callTimeout(wrong));
      isNamed("roleChangeTimeout", complete().roleChangeTimeout(wrong));
      isNamed("backupIdleTimeout", complete().backupIdleTimeout(wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\r\nlines", "g\u00fcn", "tab\t"})
    void that_cannot_be_a_header_is_named(String userAgent) {
      isNamed("userAgent", complete().userAgent(userAgent));
    }

    private static void isNamed(String setting, ApplianceClientBuilder builder) {
      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessageStartingWith(setting + " ");
    }

    static List<Consumer<ApplianceClientBuilder>> nulls() {
      return List.of(
          builder -> builder.address(null),
          builder -> builder.account(null),
          builder -> builder.trustedCertificates(null),
          builder -> builder.connectTimeout(null),
          builder -> builder.callTimeout(null),
          builder -> builder.roleChangeTimeout(null),
          builder -> builder.backupIdleTimeout(null),
          builder -> builder.userAgent(null),
          builder -> builder.clock(null),
          builder -> builder.nanoTime(null));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void that_is_null_is_refused_at_once(Consumer<ApplianceClientBuilder> setting) {
      ApplianceClientBuilder builder = ApplianceClient.builder();

      assertThatNullPointerException().isThrownBy(() -> setting.accept(builder));
    }
  }

  @Nested
  class Plain_http {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost", "http://[::1]:80"})
    void is_refused_unless_it_was_allowed(String text) {
      ApplianceClientBuilder builder = complete().address(ApplianceAddress.parse(text));

      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessageContaining("not encrypted")
          .withMessageContaining("plainHttpOnLoopback(true)");
      builder.plainHttpOnLoopback(true).build().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://12.12.1.50", "http://site.example.com", "http://127.evil.com"})
    void to_another_machine_is_refused_always(String text) {
      assertThatIllegalStateException()
          .isThrownBy(
              complete().address(ApplianceAddress.parse(text)).plainHttpOnLoopback(true)::build)
          .withMessageContaining("use https");
    }
  }

  @Nested
  class Trusted_certificates {

    @TempDir private Path folder;

    private String refusal(Path pem) {
      ApplianceClientBuilder builder = complete().trustedCertificates(pem);
      IllegalArgumentException refused =
          catchThrowableOfType(IllegalArgumentException.class, builder::build);

      StringBuilder all = new StringBuilder();
      for (Throwable each = refused; each != null; each = each.getCause()) {
        all.append(each).append('\n');
      }
      assertThat(refused).hasMessageContaining(pem.toString());
      return all.toString();
    }

    @Test
    void that_are_missing_are_told() {
      assertThat(refusal(folder.resolve("missing.pem"))).contains("no such file");
    }

    @Test
    void that_cannot_be_read_are_told() {
      assertThat(refusal(folder)).contains("cannot read");
    }

    static List<String> otherFiles() {
      String content = "dGhpcyBpcyBhIHNlY3JldCBrZXk=";
      return List.of(
          "",
          "just text " + content,
          "-----BEGIN PRIVATE KEY-----\n" + content + "\n-----END PRIVATE KEY-----\n",
          "-----BEGIN CERTIFICATE-----\n" + content + "\n-----END CERTIFICATE-----\n",
          "-----BEGIN CERTIFICATE-----\n" + content + "\n",
          "-----BEGIN CERTIFICATE-----\n!$ " + content + "\n-----END CERTIFICATE-----\n");
    }

    @ParameterizedTest
    @MethodSource("otherFiles")
    void that_are_none_are_told_and_not_shown(String content) throws Exception {
      Path pem = Files.writeString(folder.resolve("site.pem"), content);

      assertThat(refusal(pem))
          .contains("certificate")
          .doesNotContain("dGhpcyBpcyBhIHNl")
          .doesNotContain("this is a secret key");
    }
  }

  @Test
  void a_builder_makes_a_second_client_that_differs_in_its_address_only() throws Exception {
    try (ScriptedServer one =
            ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")));
        ScriptedServer other =
            ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("backup")))) {
      ApplianceClientBuilder builder = ScriptedClient.builder(one).userAgent("shared/1");
      try (ApplianceClient ofOne = builder.build();
          ApplianceClient ofOther = builder.address(other.address()).build()) {
        ofOne.checkHealth();
        ofOther.checkHealth();

        assertThat(ofOne.address()).isEqualTo(one.address());
        assertThat(one.requests()).hasSize(2).allMatch(r -> r.hasHeader("User-Agent: shared/1"));
        assertThat(other.requests()).hasSize(2).allMatch(r -> r.hasHeader("User-Agent: shared/1"));
      }
    }
  }

  @Nested
  class Closed {

    @TempDir private Path folder;

    @Test
    void every_call_is_refused_and_nothing_is_sent() throws Exception {
      try (ScriptedServer server =
          ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")))) {
        ApplianceClient client = ScriptedClient.of(server);
        client.checkHealth();
        int before = server.requests().size();

        client.close();
        client.close();

        isRefused(client, client::probe);
        isRefused(client, client::checkHealth);
        isRefused(client, client::observe);
        isRefused(
            client, () -> client.setFailoverRole(RoleChangeRequest.becomeBackup(Recorded.ID)));
        isRefused(client, () -> client.downloadBackup(folder.resolve("site.nsb")));
        isRefused(client, () -> client.downloadBackup(folder));
        assertThat(server.requests()).hasSize(before);
      }
    }

    private static void isRefused(ApplianceClient client, ThrowingCallable call) {
      assertThatIllegalStateException()
          .isThrownBy(call)
          .withMessage("the client of " + client.address() + " is closed");
    }

    @Test
    void the_account_lives_on_for_other_clients() throws Exception {
      ApiAccount account = ScriptedClient.account();
      try (ScriptedServer server =
          ScriptedServer.withTokens(r -> Reply.xml(Recorded.health("primary")))) {
        ScriptedClient.builder(server).account(account).build().close();
        try (ApplianceClient other = ScriptedClient.builder(server).account(account).build()) {

          assertThat(other.checkHealth().applianceId()).isEqualTo(Recorded.ID);
        }
      }
    }
  }

  @Nested
  class From_the_environment {

    private static Map<String, String> environment(String host) {
      Map<String, String> variables = new HashMap<>();
      variables.put("BT_API_HOST", host);
      variables.put("BT_CLIENT_ID", "id");
      variables.put("BT_CLIENT_SECRET", ScriptedClient.SECRET);
      return variables;
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"site.example.com", "https://site.example.com", " HTTPS://SITE.EXAMPLE.COM/ "})
    void a_host_is_taken_with_and_without_its_scheme(String host) {
      try (ApplianceClient client = ApplianceClient.from(environment(host))) {
        assertThat(client.address()).isEqualTo(SITE);
        assertThat(client).hasToString("ApplianceClient[https://site.example.com:443]");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BT_API_HOST", "BT_CLIENT_ID", "BT_CLIENT_SECRET"})
    void a_missing_variable_is_named(String missing) {
      Map<String, String> variables = environment("site.example.com");
      variables.remove(missing);

      assertThatIllegalStateException()
          .isThrownBy(() -> ApplianceClient.from(variables))
          .withMessage("the environment variable " + missing + " is not set");
    }

    @ParameterizedTest
    @CsvSource({
      "http://site.example.com, use https",
      "http://127.0.0.1:8080, use https",
      "https://site.example.com/api, a path",
      "ftp://site.example.com, must be https",
      "site.example.com:none, port"
    })
    void a_host_that_cannot_be_is_told_with_its_variable(String host, String why) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ApplianceClient.from(environment(host)))
          .withMessageStartingWith("BT_API_HOST: ")
          .withMessageContaining(why);
    }
  }
}
