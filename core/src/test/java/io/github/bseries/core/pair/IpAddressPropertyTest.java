// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class IpAddressPropertyTest {

  @Property
  void what_an_address_prints_is_read_back_as_that_address(@ForAll("addresses") IpAddress address) {
    assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
    assertThat(HostText.ofBytes(address.bytes())).isEqualTo(address.text());
  }

  @Property
  void what_a_subnet_prints_is_read_back_as_that_subnet(
      @ForAll("addresses") IpAddress address, @ForAll @IntRange(max = 128) int bits) {
    Subnet subnet = new Subnet(address, Math.min(bits, address.bitCount()));

    assertThat(Subnet.parse(subnet.toString())).isEqualTo(subnet);
  }

  @Property
  void a_subnet_is_the_same_whichever_of_its_addresses_names_it(
      @ForAll("addresses") IpAddress address,
      @ForAll("addresses") IpAddress other,
      @ForAll @IntRange(max = 128) int bits) {
    Subnet subnet = new Subnet(address, Math.min(bits, address.bitCount()));
    boolean sameVersion = other.isIpv6() == address.isIpv6();

    assertThat(subnet.contains(address)).isTrue();
    assertThat(subnet.contains(subnet.network())).isTrue();
    assertThat(subnet.contains(other))
        .isEqualTo(sameVersion && new Subnet(other, subnet.prefixLength()).equals(subnet));
  }

  @Property
  void a_shorter_prefix_contains_no_less(
      @ForAll("addresses") IpAddress address,
      @ForAll("addresses") IpAddress other,
      @ForAll @IntRange(max = 128) int bits,
      @ForAll @IntRange(max = 128) int shorterBy) {
    int longer = Math.min(bits, address.bitCount());
    Subnet narrow = new Subnet(address, longer);
    Subnet wide = new Subnet(address, Math.max(0, longer - shorterBy));

    assertThat(!narrow.contains(other) || wide.contains(other)).isTrue();
    assertThat(wide.contains(narrow.network())).isTrue();
  }

  @Property
  void a_mask_says_the_same_as_its_prefix(
      @ForAll("ipv4") String ip, @ForAll @IntRange(max = 32) int bits) {
    IpAddress mask = new Subnet(new IpAddress("255.255.255.255"), bits).network();

    assertThat(Subnet.parse(ip + "/" + mask)).isEqualTo(Subnet.parse(ip + "/" + bits));
  }

  @Property
  void any_text_is_an_address_or_shortly_refused(@ForAll String text) {
    assertThat(isReadOrShortlyRefused(text, IpAddress::parse)).isTrue();
    assertThat(isReadOrShortlyRefused(text, Subnet::parse)).isTrue();
  }

  @Property
  void a_text_that_looks_like_one_is_an_address_or_shortly_refused(@ForAll("nearly") String text) {
    assertThat(isReadOrShortlyRefused(text, IpAddress::parse)).isTrue();
    assertThat(isReadOrShortlyRefused(text, Subnet::parse)).isTrue();
  }

  @Provide
  Arbitrary<IpAddress> addresses() {
    return Arbitraries.oneOf(ipv4(), ipv6()).map(IpAddress::new);
  }

  @Provide
  Arbitrary<String> ipv4() {
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of(0, 10, 255)),
            Tuple.of(1, Arbitraries.integers().between(0, 255)))
        .list()
        .ofSize(4)
        .map(bytes -> bytes.stream().map(Object::toString).collect(Collectors.joining(".")));
  }

  @Provide
  Arbitrary<String> nearly() {
    return Arbitraries.of(
            "1",
            "0",
            "255",
            "256",
            ".",
            ":",
            "::",
            "/",
            "24",
            "f",
            "F",
            "%",
            "@",
            " ",
            "[",
            "]",
            "-",
            "İ",
            "\n",
            "255.255.255.0",
            "12.12.1.50",
            "2001:db8::")
        .list()
        .ofMaxSize(10)
        .map(pieces -> String.join("", pieces));
  }

  private static Arbitrary<String> ipv6() {
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(0)),
            Tuple.of(1, Arbitraries.integers().between(0, 0xffff)))
        .list()
        .ofSize(8)
        .map(groups -> groups.stream().map(Integer::toHexString).collect(Collectors.joining(":")));
  }

  private static boolean isReadOrShortlyRefused(String text, Function<String, Object> parser) {
    try {
      Object read = parser.apply(text);
      return parser.apply(read.toString()).equals(read);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      return message.length() < 300 && message.lines().count() == 1;
    }
  }
}
