// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTextTest {

  private static String complaintAbout(String text) {
    try {
      return "accepted as " + HostText.checked("host", text);
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "12.12.1.50", "255.255.255.255"})
  void an_address_of_version_4_is_four_numbers(String text) {
    assertThat(HostText.checked("host", text)).isEqualTo(text);
    assertThat(HostText.isIpv4(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "::1, ::1",
    "::, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "2001:DB8::1, 2001:db8::1",
    "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
    "2001:db8::, 2001:db8::",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:db8:1:1:1:1:1::, 2001:db8:1:1:1:1:1:0",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
    "::ffff:12.12.1.50, ::ffff:c0c:132",
    "0000:0000:0000:0000:0000:ffff:255.255.255.255, ::ffff:ffff:ffff",
    "1:2:3:4:5:6:12.12.1.50, 1:2:3:4:5:6:c0c:132"
  })
  void an_address_of_version_6_is_kept_in_its_shortest_form(String text, String shortest) {
    String host = HostText.checked("host", text);

    assertThat(host).isEqualTo(shortest);
    assertThat(HostText.isIpAddress(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":::",
        ":",
        "1::2::3",
        "1:2:3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4::5:6:7:8",
        "12345::",
        "g::1",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:",
        "12.12.1.50::",
        "::12.12.1.256",
        "::12.12.1",
        "1:2:3:4:5:6:7:12.12.1.50",
        "fe80::1%eth0",
        "0000:0000:0000:0000:0000:0000:0000:00000000001"
      })
  void an_address_of_version_6_that_is_malformed_is_refused(String text) {
    assertThat(complaintAbout(text))
        .isEqualTo("host is \"" + text + "\", must be a host name or an IP address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "256.1.1.1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.04",
        "012.1.1.1",
        "1",
        "3232235777",
        "0x7f000001",
        "0x7f.1",
        "site.1",
        "site.0xa"
      })
  void an_address_of_version_4_that_is_malformed_is_not_taken_for_a_name(String text) {
    assertThat(complaintAbout(text))
        .isEqualTo(
            "host is \""
                + text
                + "\", must be a host name, or an IPv4 address of four numbers from 0 to 255"
                + " without leading zeros");
  }

  @Test
  void an_at_sign_anywhere_is_a_user() {
    assertThat(complaintAbout("@site")).isEqualTo("host must not hold a user or a password");
    assertThat(complaintAbout("site@")).isEqualTo("host must not hold a user or a password");
  }

  @Test
  void ascii_ends_at_7f() {
    assertThat(complaintAbout("a\u007f")).endsWith("must be a host name or an IP address");
    assertThat(complaintAbout("a\u0080")).contains("must be plain ASCII");
  }

  @Test
  void a_host_name_is_no_ip_address() {
    assertThat(HostText.isIpAddress("face.b00c")).isFalse();
    assertThat(HostText.isIpAddress("localhost")).isFalse();
  }
}
