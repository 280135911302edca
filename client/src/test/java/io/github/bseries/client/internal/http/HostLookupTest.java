// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.HandshakeFailure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostLookupTest {

  private static final ApplianceAddress SITE = ApplianceAddress.parse("https://site1.example.com");
  private static final Duration SHORT = Duration.ofMillis(30);

  private final AtomicInteger asked = new AtomicInteger();

  private static HandshakeFailure failure(HostLookup lookup) {
    try {
      throw new AssertionError("found " + lookup.addressesOf(SITE, SHORT));
    } catch (HostLookup.Failed e) {
      return e.failure();
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void look_ups_that_hang_do_not_pile_up() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    InetAddress there = InetAddress.getByName("127.0.0.1");
    Function<String, List<InetAddress>> hangs =
        host -> {
          asked.incrementAndGet();
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return List.of(there);
        };
    HostLookup lookup = new HostLookup(hangs, Duration.ofSeconds(30));
    for (int i = 0; i < 5; i++) {
      assertThat(failure(lookup)).isEqualTo(HandshakeFailure.LOOKUP_FAILED);
    }
    assertThat(asked).hasValue(1);

    end.countDown();

    assertThat(lookup.addressesOf(SITE, Duration.ofSeconds(30))).containsExactly(there);
  }

  @Test
  void each_call_looks_anew_once_the_one_before_is_over() throws Exception {
    InetAddress there = InetAddress.getByName("127.0.0.1");
    HostLookup lookup =
        new HostLookup(
            host -> {
              asked.incrementAndGet();
              return List.of(there);
            },
            Duration.ofSeconds(30));

    lookup.addressesOf(SITE, Duration.ZERO);
    lookup.addressesOf(SITE, Duration.ZERO);

    assertThat(asked).hasValue(2);
  }

  @Test
  void a_resolver_that_fails_is_told_from_a_name_that_is_unknown() {
    HostLookup fails =
        new HostLookup(
            host -> {
              throw new IllegalStateException("no name server");
            },
            Duration.ofSeconds(30));

    assertThat(failure(new HostLookup(host -> List.of(), Duration.ofSeconds(30))))
        .isEqualTo(HandshakeFailure.NAME_UNKNOWN);
    assertThatThrownBy(() -> fails.addressesOf(SITE, Duration.ZERO))
        .isInstanceOfSatisfying(
            HostLookup.Failed.class,
            e -> assertThat(e.failure()).isEqualTo(HandshakeFailure.LOOKUP_FAILED))
        .hasMessageContaining("no name server");
  }
}
