// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bseries.client.ScriptedServer.Received;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.pair.Observation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where new tokens are refused, those of other programs are not pushed out by more of them. */
@Timeout(60)
class RefusedTokensTest {

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger given = new AtomicInteger();

  /** Gives out a new token for each call for one. */
  private Function<Received, Reply> tokensAnd(Function<Received, Reply> script) {
    return request ->
        request.path().equals("/oauth2/token")
            ? Reply.token("token-0123456789-" + given.incrementAndGet())
            : script.apply(request);
  }

  private Function<Received, Reply> refusesAll() {
    return tokensAnd(r -> Reply.of(401, "application/json", Recorded.TOKEN_REFUSED));
  }

  private ApplianceClient client(ScriptedServer server, ApiAccount account) {
    return ScriptedClient.builder(server).account(account).nanoTime(nanos::get).build();
  }

  @Test
  void no_more_are_fetched_however_often_somebody_looks() throws Exception {
    try (ScriptedServer server = ScriptedServer.of(refusesAll());
        ApiAccount account = ScriptedClient.account();
        ApplianceClient client = client(server, account)) {
      for (int look = 0; look < 20; look++) {
        assertThat(client.observe())
            .isInstanceOfSatisfying(
                Observation.Unreadable.class,
                it -> assertThat(it.reason()).contains("no other is fetched for some minutes"));
      }
      RejectedException no = catchThrowableOfType(RejectedException.class, client::checkHealth);

      assertThat(no.ground()).isEqualTo(RejectedException.Ground.TOKEN);
      assertThat(given).hasValue(2);
    }
  }

  @Test
  void another_is_fetched_after_ten_minutes() throws Exception {
    try (ScriptedServer server = ScriptedServer.of(refusesAll());
        ApiAccount account = ScriptedClient.account();
        ApplianceClient client = client(server, account)) {
      client.observe();
      nanos.set(Duration.ofMinutes(10).toNanos() - 1);
      client.observe();
      assertThat(given).hasValue(2);

      nanos.incrementAndGet();
      client.observe();
      client.observe();
      assertThat(given).hasValue(3);

      server.script(tokensAnd(r -> Reply.xml(Recorded.health("primary"))));
      assertThat(client.observe()).isInstanceOf(Observation.Seen.class);
      assertThat(given).hasValue(3);
    }
  }

  @Test
  void another_is_fetched_when_the_caller_asks() throws Exception {
    try (ScriptedServer server = ScriptedServer.of(refusesAll());
        ApiAccount account = ScriptedClient.account();
        ApplianceClient client = client(server, account)) {
      client.observe();
      account.tryCredentialsAgain();
      client.observe();
      client.observe();

      assertThat(given).hasValue(3);
    }
  }

  @Test
  void another_is_fetched_when_the_secret_has_changed(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "old-secret-0123456789");
    try (ScriptedServer server = ScriptedServer.of(refusesAll());
        ApiAccount account = ApiAccount.of(ScriptedClient.CLIENT_ID, SecretSource.ofFile(file));
        ApplianceClient client = client(server, account)) {
      client.observe();
      Files.writeString(file, "new-secret-0123456789");
      client.observe();
      client.observe();

      assertThat(given).hasValue(3);
    }
  }

  @Test
  void what_takes_the_token_goes_on() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.of(
                tokensAnd(
                    r ->
                        r.asksFor("check_health")
                            ? Reply.xml(Recorded.health("primary"))
                            : Reply.of(401, "application/json", Recorded.TOKEN_REFUSED)));
        ApiAccount account = ScriptedClient.account();
        ApplianceClient client = client(server, account)) {
      for (int round = 0; round < 5; round++) {
        RejectedException no = catchThrowableOfType(RejectedException.class, client::getApiInfo);

        assertThat(no.ground()).isEqualTo(RejectedException.Ground.TOKEN);
        assertThat(client.observe()).isInstanceOf(Observation.Seen.class);
      }
      assertThat(given).hasValue(2);
    }
  }
}
