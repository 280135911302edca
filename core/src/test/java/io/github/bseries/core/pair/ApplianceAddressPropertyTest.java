// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplianceAddressPropertyTest {

  private static final int PLENTY = 1_000_000;

  @Property
  void what_an_address_prints_is_read_back_as_that_address(
      @ForAll("hosts") String host, @ForAll @IntRange(min = 1, max = 65_535) int port) {
    ApplianceAddress tls = new ApplianceAddress(host, port, host, true);
    ApplianceAddress plain = new ApplianceAddress(host, port, host, false);

    assertThat(ApplianceAddress.parse(tls.toString())).isEqualTo(tls);
    assertThat(ApplianceAddress.parse(plain.toString())).isEqualTo(plain);
  }

  @Property
  void any_text_is_an_address_or_an_illegal_argument(@ForAll String text) {
    assertThat(isAnAddressOrShortlyRefused(text)).isTrue();
  }

  @Property
  void a_text_that_looks_like_an_address_is_one_or_an_illegal_argument(
      @ForAll("nearly") String text) {
    assertThat(isAnAddressOrShortlyRefused(text)).isTrue();
  }

  @Property
  void an_address_of_version_6_is_kept_in_a_form_that_stays(@ForAll("ipv6") String host) {
    String kept = ApplianceAddress.parse("[" + host + "]").host();

    assertThat(ApplianceAddress.parse("[" + kept + "]").host()).isEqualTo(kept);
    assertThat(kept.length()).isLessThanOrEqualTo(host.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        ".",
        ":",
        "::",
        "-",
        "_",
        "[",
        "]",
        "/",
        "://",
        "a:",
        "a.",
        "1.",
        "a-",
        "1:",
        "[:",
        "https://",
        "\n",
        " ",
        "é",
        "\0",
        "0x",
        "%"
      })
  void a_long_hostile_text_is_refused_at_once(String part) {
    String text = part.repeat(PLENTY / part.length());

    assertThat(
            CompletableFuture.supplyAsync(
                () ->
                    isAnAddressOrShortlyRefused(text)
                        && isAnAddressOrShortlyRefused("https://" + text + "!")
                        && isAnAddressOrShortlyRefused("[" + text + "]:1")
                        && isAnAddressOrShortlyRefused("[::" + text + ".1]")))
        .succeedsWithin(ofSeconds(10))
        .isEqualTo(true);
  }

  @Provide
  Arbitrary<String> hosts() {
    Arbitrary<String> labels =
        Arbitraries.strings().withChars("abcxyz_").ofMinLength(1).ofMaxLength(12);
    Arbitrary<String> names = labels.list().ofMinSize(1).ofMaxSize(5).map(l -> String.join(".", l));
    return Arbitraries.oneOf(names, ipv4(), ipv6());
  }

  @Provide
  Arbitrary<String> ipv6() {
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(0)),
            Tuple.of(1, Arbitraries.integers().between(0, 0xffff)))
        .list()
        .ofSize(8)
        .map(groups -> groups.stream().map(Integer::toHexString).collect(Collectors.joining(":")));
  }

  @Provide
  Arbitrary<String> nearly() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "https", "http", "://", ":", "/", "[", "]", "::", "1", "256", ".", "a", "-", "@", "?",
            "#", "443", "65536", "%", " ", "İ", "\n", "xn--", "f00:");
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  private static Arbitrary<String> ipv4() {
    Arbitrary<Integer> bytes = Arbitraries.integers().between(0, 255);
    return Combinators.combine(bytes, bytes, bytes, bytes)
        .as((a, b, c, d) -> IntStream.of(a, b, c, d).mapToObj(Integer::toString))
        .map(numbers -> numbers.collect(Collectors.joining(".")));
  }

  private static boolean isAnAddressOrShortlyRefused(String text) {
    try {
      ApplianceAddress address = ApplianceAddress.parse(text);
      return ApplianceAddress.parse(address.toString()).equals(address);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      return message.length() < 300 && message.lines().count() == 1;
    }
  }
}
