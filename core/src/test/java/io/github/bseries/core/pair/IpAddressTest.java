// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "12.12.1.50,                    12.12.1.50",
    "0.0.0.0,                       0.0.0.0",
    "' 255.255.255.255 ',           255.255.255.255",
    "2001:DB8:0:0:0:0:0:1,          2001:db8::1",
    "::,                            ::",
    "::ffff:12.12.1.50,             ::ffff:c0c:132",
    "FE80::I,                       ''",
  })
  void two_spellings_of_one_address_are_equal(String text, String kept) {
    if (kept.isEmpty()) {
      assertThatIllegalArgumentException().isThrownBy(() -> IpAddress.parse(text));
      return;
    }

    assertThat(IpAddress.parse(text)).hasToString(kept).isEqualTo(new IpAddress(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "site1.example.com",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.4/24",
        "[::1]",
        "fe80::1%eth0",
        "1:2:3:4:5:6:7:8:9",
        "::1::",
        "１.2.3.4"
      })
  void what_is_no_address_is_refused_with_the_text(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IpAddress.parse(text))
        .withMessageStartingWith("IP address is \"" + text + "\", must be an IP address");
  }

  @Test
  void a_text_that_may_hold_a_password_is_not_repeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IpAddress.parse("ada:s3cret@12.12.1.50"))
        .withMessage("IP address must not hold a user or a password");
  }

  @Test
  void an_address_has_a_version() {
    assertThat(IpAddress.parse("12.12.1.50").isIpv6()).isFalse();
    assertThat(IpAddress.parse("2001:db8::1").isIpv6()).isTrue();
  }

  @Test
  void an_address_without_text_is_refused() {
    assertThatNullPointerException().isThrownBy(() -> new IpAddress(null));
    assertThatNullPointerException().isThrownBy(() -> IpAddress.parse(null)).withMessage("text");
  }
}
