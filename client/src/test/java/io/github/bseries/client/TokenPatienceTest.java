// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.ScriptedServer.Ending;
import io.github.bseries.client.ScriptedServer.Reply;
import io.github.bseries.core.pair.Observation;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each caller has a time of its own for a token, and what ends one says nothing to the others. */
@Timeout(60)
class TokenPatienceTest {

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void a_secret_that_came_too_late_is_not_sent_any_more() throws Exception {
    SecretSource slow =
        () -> {
          nanos.addAndGet(Duration.ofSeconds(31).toNanos());
          return ScriptedClient.SECRET.toCharArray();
        };
    try (ScriptedServer server = ScriptedServer.of(r -> Reply.nothing(Ending.STALL));
        ApiAccount account = ApiAccount.of(ScriptedClient.CLIENT_ID, slow);
        ApplianceClient client =
            ScriptedClient.builder(server)
                .account(account)
                .nanoTime(nanos::get)
                .attemptsPerRead(1)
                .build()) {
      Observation look = OwnThread.of(client::observe).get(20, TimeUnit.SECONDS);

      assertThat(look)
          .isInstanceOfSatisfying(
              Observation.Unreadable.class,
              it -> assertThat(it.reason()).contains("not sent: the time allowed was over"));
      assertThat(server.requests()).isEmpty();
    }
  }
}
