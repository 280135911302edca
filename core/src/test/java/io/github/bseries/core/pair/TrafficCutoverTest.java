// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficCutoverTest {

  private static final Duration TTL = Duration.ofMinutes(5);
  private static final SharedIp SHARED = SharedIp.at("12.12.1.52");
  private static final DnsSwing DNS = new DnsSwing("support.example.com", TTL);
  private static final NatSwing NAT = new NatSwing(null);

  @Test
  void only_a_dns_swing_lags_by_the_time_to_live_of_its_record() {
    assertThat(SHARED.longestLag()).isZero();
    assertThat(DNS.longestLag()).isEqualTo(TTL);
    assertThat(NAT.longestLag()).isZero();
  }

  @Test
  void only_a_shared_ip_needs_no_change_outside_but_one_subnet() {
    assertThat(SHARED.needsOutsideChange()).isFalse();
    assertThat(DNS.needsOutsideChange()).isTrue();
    assertThat(NAT.needsOutsideChange()).isTrue();
    assertThat(SHARED.needsOneSubnet()).isTrue();
    assertThat(DNS.needsOneSubnet()).isFalse();
    assertThat(NAT.needsOneSubnet()).isFalse();
  }

  @Test
  void the_function_that_fits_is_called() {
    List<String> called =
        Stream.of(SHARED, DNS, NAT)
            .map(way -> way.<String>fold(s -> "shared", d -> "dns", n -> "nat"))
            .toList();

    assertThat(called).containsExactly("shared", "dns", "nat");
  }

  @Test
  void each_way_is_called_as_on_the_screens() {
    assertThat(Stream.of(SHARED, DNS, NAT).map(TrafficCutover::title))
        .containsExactly("shared IP", "DNS swing", "NAT swing");
  }

  @Test
  void what_speaks_for_and_against_each_way_is_that_of_the_guide() {
    assertThat(SHARED.pros()).hasSize(4).contains(CutoverFacts.NO_DNS_LAG);
    assertThat(SHARED.cons()).hasSize(3).doesNotContain(CutoverFacts.OUTSIDE_CHANGE);
    assertThat(DNS.pros()).containsExactly(CutoverFacts.LINKS_STAY, CutoverFacts.ANY_SUBNET);
    assertThat(DNS.cons()).hasSize(2).contains(CutoverFacts.OUTSIDE_CHANGE);
    assertThat(NAT.pros()).contains(CutoverFacts.NO_DNS_LAG, CutoverFacts.ANY_SUBNET).hasSize(4);
    assertThat(NAT.cons()).containsExactly(CutoverFacts.OUTSIDE_CHANGE);
  }

  @Test
  void a_fact_prints_its_source() {
    assertThat(new SourcedFact("It rains.", "S1 \"Weather\""))
        .hasToString("It rains. [S1 \"Weather\"]");
  }

  @Test
  void a_fact_without_text_or_source_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SourcedFact(" ", "S1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SourcedFact("It rains.", ""))
        .withMessage("source is blank; a fact without one is a guess");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT1S", "PT300S", "PT2147483647S"})
  void a_time_to_live_that_fits_a_record_is_taken(Duration ttl) {
    assertThat(new DnsSwing("support.example.com", ttl).recordTtl()).isEqualTo(ttl);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT2147483648S", "PT0.5S"})
  void a_time_to_live_that_cannot_stand_in_a_record_is_refused(Duration ttl) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DnsSwing("support.example.com", ttl))
        .withMessage("recordTtl is " + ttl + ", must be whole seconds from 0 to 2147483647");
  }

  @Test
  void a_dns_record_has_a_name() {
    assertThat(new DnsSwing("SUPPORT.Example.com", TTL)).isEqualTo(DNS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DnsSwing("12.12.1.50", TTL))
        .withMessage("hostName is \"12.12.1.50\", must be a host name and no IP address");
  }

  @Test
  void what_is_needed_is_refused_by_name_when_it_is_missing() {
    assertThatNullPointerException().isThrownBy(() -> new SharedIp(null)).withMessage("address");
    assertThatNullPointerException()
        .isThrownBy(() -> new DnsSwing("support.example.com", null))
        .withMessage("recordTtl");
    assertThatNullPointerException()
        .isThrownBy(() -> new SourcedFact(null, "S1"))
        .withMessage("text");
    assertThatNullPointerException()
        .isThrownBy(() -> new SourcedFact("It rains.", null))
        .withMessage("source");
  }
}
