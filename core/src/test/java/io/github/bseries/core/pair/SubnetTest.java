// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {

  @ParameterizedTest
  @CsvSource({
    "12.12.1.0/24,                  12.12.1.0/24",
    "12.12.1.50/24,                 12.12.1.0/24",
    "' 12.12.1.50/255.255.255.0 ',  12.12.1.0/24",
    "12.12.1.129/255.255.255.128,   12.12.1.128/25",
    "12.12.1.50/0,                  0.0.0.0/0",
    "12.12.1.50/0.0.0.0,            0.0.0.0/0",
    "12.12.1.50/32,                 12.12.1.50/32",
    "12.12.1.50/255.255.255.255,    12.12.1.50/32",
    "2001:DB8::1/64,                2001:db8::/64",
    "2001:db8:ffff::/33,            2001:db8:8000::/33",
    "::1/128,                       ::1/128",
  })
  void any_address_of_a_subnet_names_it(String text, String kept) {
    assertThat(Subnet.parse(text)).hasToString(kept).isEqualTo(Subnet.parse(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "12.12.1.0",
        "12.12.1.0/",
        "12.12.1.0/33",
        "12.12.1.0/-1",
        "12.12.1.0/+1",
        "12.12.1.0/1000",
        "12.12.1.0/24/24",
        "12.12.1.0/255.0.255.0",
        "12.12.1.0/0.0.0.255",
        "12.12.1.0/ffff::",
        "::/129",
        "::/255.255.255.0",
        "site1.example.com/24"
      })
  void what_is_no_subnet_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Subnet.parse(text));
  }

  @Test
  void a_mask_with_a_hole_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subnet.parse("12.12.1.0/255.0.255.0"))
        .withMessage("mask is 255.0.255.0, with ones behind a zero");
  }

  @Test
  void the_half_that_cannot_be_understood_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subnet.parse("/24"))
        .withMessageStartingWith("IP address is \"\", must be an IP address");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subnet.parse("12.12.1.0/.255"))
        .withMessageStartingWith("IP address is \".255\", must be an IP address");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subnet.parse("12.12.1.0/" + "2".repeat(100)))
        .withMessage("prefix length is \"" + "2".repeat(80) + "…\", no number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subnet.parse("12.12.1.0/２４"))
        .withMessage("prefix length is \"２４\", no number");
  }

  @Test
  void a_prefix_that_is_too_long_is_named_with_what_is_allowed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subnet.parse("12.12.1.0/33"))
        .withMessage("prefixLength is 33, must be 0 to 32");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subnet.parse("::/129"))
        .withMessage("prefixLength is 129, must be 0 to 128");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Subnet(new IpAddress("::"), -1))
        .withMessage("prefixLength is -1, must be 0 to 128");
  }

  @Test
  void a_subnet_contains_its_first_and_its_last_address_and_no_neighbour() {
    Subnet subnet = Subnet.parse("12.12.1.64/26");

    assertThat(subnet.contains(new IpAddress("12.12.1.64"))).isTrue();
    assertThat(subnet.contains(new IpAddress("12.12.1.127"))).isTrue();
    assertThat(subnet.contains(new IpAddress("12.12.1.63"))).isFalse();
    assertThat(subnet.contains(new IpAddress("12.12.1.128"))).isFalse();
  }

  @Test
  void no_subnet_contains_an_address_of_the_other_version() {
    assertThat(Subnet.parse("0.0.0.0/0").contains(new IpAddress("::"))).isFalse();
    assertThat(Subnet.parse("::/0").contains(new IpAddress("0.0.0.0"))).isFalse();
  }

  @Test
  void a_mask_does_not_go_with_version_6() {
    IpAddress six = new IpAddress("::1");
    IpAddress mask = new IpAddress("255.0.0.0");

    assertThatIllegalArgumentException().isThrownBy(() -> Subnet.ofMask(six, mask));
    assertThatIllegalArgumentException().isThrownBy(() -> Subnet.ofMask(mask, six));
  }
}
