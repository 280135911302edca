// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplianceAddressTest {

  private static final String SITE = "site.example.com";

  private static ApplianceAddress https(String host, int port) {
    return new ApplianceAddress(host, port, host, true);
  }

  private static String complaintAbout(String text) {
    try {
      return "accepted as " + ApplianceAddress.parse(text);
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Nested
  class A_text {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "site.example.com",
          "https://site.example.com",
          "https://site.example.com/",
          "https://site.example.com:443",
          "https://site.example.com:443/",
          "site.example.com:443",
          "site.example.com:00443",
          "HTTPS://SITE.EXAMPLE.COM",
          " \t\nhttps://site.example.com\r\n "
        })
    void may_tell_one_address_in_many_ways(String text) {
      assertThat(ApplianceAddress.parse(text)).isEqualTo(https(SITE, 443));
    }

    @Test
    void in_upper_case_keeps_the_dot_on_its_i_in_every_locale() {
      assertThat(ApplianceAddress.parse("HTTPS://SITE1.INTERN.EXAMPLE").host())
          .isEqualTo("site1.intern.example");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "localhost",
          "site",
          "site_1.example.com",
          "_site.example.com",
          "site--1.example.com",
          "xn--bcher-kva.example",
          "1.example.com",
          "1and1",
          "3com.example",
          "1.2.3.4.example"
        })
    void may_hold_any_host_name_that_is_in_use(String host) {
      assertThat(ApplianceAddress.parse(host)).isEqualTo(https(host, 443));
    }

    @Test
    void may_name_a_port() {
      assertThat(ApplianceAddress.parse("https://12.12.1.50:8443"))
          .isEqualTo(https("12.12.1.50", 8443));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "65535, 65535"})
    void may_name_any_port_there_is(String port, int number) {
      assertThat(ApplianceAddress.parse("site:" + port).port()).isEqualTo(number);
    }

    @Test
    void with_http_is_not_encrypted_and_means_port_80() {
      assertThat(ApplianceAddress.parse("http://localhost"))
          .isEqualTo(new ApplianceAddress("localhost", 80, "localhost", false));
    }

    @Test
    void with_http_may_name_a_port() {
      assertThat(ApplianceAddress.parse("HTTP://LOCALHOST:8080"))
          .isEqualTo(new ApplianceAddress("localhost", 8080, "localhost", false));
    }
  }

  @Nested
  class An_ip_address {

    @Test
    void of_version_6_may_have_a_port_behind_its_brackets() {
      assertThat(ApplianceAddress.parse("[2001:db8::1]:8443"))
          .isEqualTo(https("2001:db8::1", 8443))
          .matches(ApplianceAddress::isHostIpAddress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "2001:db8::1", "1:2:3:4:5:6:7:8"})
    void of_version_6_without_brackets_is_refused_since_a_port_may_hide_in_it(String text) {
      assertThat(complaintAbout(text)).contains("in brackets: https://[2001:db8::1]");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"[", "]", "[]", "[site]", "[1.2.3.4]", "[::1", "::1]", "[::1]x", "[[::1]]"})
    void is_what_brackets_are_for_and_nothing_else(String text) {
      assertThat(complaintAbout("https://" + text)).startsWith("host is \"");
    }
  }

  @Nested
  class A_refused_text {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\u2003"})
    void that_is_blank_is_called_so(String blank) {
      assertThat(complaintAbout(blank))
          .isEqualTo("address is blank; write it as https://host or https://host:port");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://admin:opensesame@site.example.com",
          "opensesame@site.example.com",
          "@opensesame",
          "https://site.example.com/?p=opensesame@",
          "ftp://opensesame@site",
          "https://opensesame@[::1]:443"
        })
    void with_a_user_or_a_password_is_not_repeated(String text) {
      assertThat(complaintAbout(text))
          .startsWith("an address must not hold a user or a password")
          .doesNotContain("opensesame");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://site.example.com/api/command?secret=opensesame",
          "https://site.example.com?opensesame",
          "https://site.example.com#opensesame",
          "https://site.example.com//",
          "site.example.com/opensesame",
          "https://https://site.example.com",
          "https:/site.example.com"
        })
    void with_a_path_or_a_query_is_not_repeated(String text) {
      assertThat(complaintAbout(text))
          .startsWith("address has a path or a query")
          .doesNotContain("opensesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp", "ldaps", "file", "httpss", "x"})
    void with_another_scheme_hears_that_it_is_https(String scheme) {
      assertThat(complaintAbout(scheme + "://site.example.com"))
          .startsWith("scheme is \"" + scheme + "\", must be https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "65536", "99999"})
    void with_a_port_that_cannot_be_hears_the_range(String port) {
      assertThat(complaintAbout("https://site:" + port))
          .isEqualTo("port is " + Integer.parseInt(port) + ", must be 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "+443", "-1", "443a", "123456", "99999999999999999999", "٤٤٣", "opensesame"})
    void with_a_port_that_is_no_number_is_not_repeated_since_it_may_be_a_password(String port) {
      assertThat(complaintAbout("https://site:" + port))
          .isEqualTo(
              "port is no number from 1 to 65535; write it as https://host or https://host:port");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://",
          "https:///",
          "/",
          ":443",
          "a b",
          "a\nb",
          "a\0b",
          "-site",
          "site-",
          "site.-a",
          ".site",
          "a..b",
          "site*",
          "%73ite",
          "site\\path"
        })
    void without_a_host_name_hears_what_is_wrong(String text) {
      assertThat(complaintAbout(text))
          .startsWith("host is \"")
          .endsWith("\", must be a host name or an IP address")
          .doesNotContain(":443")
          .hasLineCount(1);
    }

    @Test
    void with_a_dot_at_its_end_hears_that_it_is_too_much() {
      assertThat(complaintAbout("https://site.example.com."))
          .isEqualTo("host is \"site.example.com.\", must be a host name without a dot at its end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bücher.example", "sıte.example", "SİTE.example", "\u212a.example"})
    void in_other_letters_hears_of_the_form_for_them(String text) {
      assertThat(complaintAbout(text))
          .isEqualTo(
              "host is \""
                  + text
                  + "\", must be plain ASCII; write an international name in its xn-- form");
    }

    @Test
    void with_a_label_that_is_too_long_is_cut_in_the_message() {
      assertThat(complaintAbout("a".repeat(63) + ".example")).startsWith("accepted");
      assertThat(complaintAbout("a".repeat(64) + ".example")).startsWith("host is \"aaa");
    }

    @Test
    void with_a_name_that_is_too_long_hears_how_long_it_may_be() {
      String longest = "a.".repeat(126) + "a";

      assertThat(complaintAbout(longest)).startsWith("accepted");
      assertThat(complaintAbout("a" + longest))
          .endsWith("…\", must be a host name of at most 253 characters")
          .hasSizeLessThan(200);
    }

    @Test
    void that_is_missing_is_refused_by_name() {
      assertThatNullPointerException()
          .isThrownBy(() -> ApplianceAddress.parse(null))
          .withMessage("text");
    }
  }

  @Nested
  class The_parts {

    @Test
    void are_put_into_lower_case() {
      ApplianceAddress address =
          new ApplianceAddress("SITE1.EXAMPLE.COM", 443, "SITE.EXAMPLE.COM", true);

      assertThat(address)
          .isEqualTo(new ApplianceAddress("site1.example.com", 443, "site.example.com", true));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 65_536, Integer.MAX_VALUE})
    void need_a_port_that_there_is(int port) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> https(SITE, port))
          .withMessage("port is %d, must be 1 to 65535", port);
    }

    @Test
    void never_hold_a_user_and_the_message_does_not_repeat_it() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> https("admin:opensesame@site", 443))
          .withMessage("host must not hold a user or a password");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> https("site", 443).named("admin:opensesame@site"))
          .withMessage("name must not hold a user or a password");
    }

    @Test
    void are_hosts_alone_without_scheme_or_port() {
      assertThatIllegalArgumentException().isThrownBy(() -> https("https://site", 443));
      assertThatIllegalArgumentException().isThrownBy(() -> https("site:443", 443));
      assertThatIllegalArgumentException().isThrownBy(() -> https("[::1]", 443));
      assertThatIllegalArgumentException().isThrownBy(() -> https("site\n", 443));
      assertThatIllegalArgumentException().isThrownBy(() -> https("", 443));
    }

    @Test
    void that_are_missing_are_refused_by_name() {
      assertThatNullPointerException()
          .isThrownBy(() -> new ApplianceAddress(null, 443, SITE, true))
          .withMessage("host");
      assertThatNullPointerException()
          .isThrownBy(() -> new ApplianceAddress(SITE, 443, null, true))
          .withMessage("name");
      assertThatNullPointerException().isThrownBy(() -> https(SITE, 443).named(null));
    }
  }

  @Nested
  class A_name_of_its_own {

    private final ApplianceAddress one = ApplianceAddress.parse("http://12.12.1.50:8080");

    @Test
    void changes_nothing_but_the_name() {
      assertThat(one.named("SITE.example.com"))
          .isEqualTo(new ApplianceAddress("12.12.1.50", 8080, SITE, false));
    }

    @Test
    void is_printed_behind_the_url() {
      assertThat(one.named(SITE)).hasToString("http://12.12.1.50:8080 (as site.example.com)");
    }

    @Test
    void cannot_be_another_ip_address() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> one.named("12.12.1.51"))
          .withMessageContaining("name is the IP address 12.12.1.51 but the host is 12.12.1.50");
      assertThatIllegalArgumentException().isThrownBy(() -> one.named("::1"));
      assertThatIllegalArgumentException().isThrownBy(() -> https(SITE, 443).named("12.12.1.50"));
    }

    @Test
    void may_be_the_same_ip_address_however_it_is_written() {
      ApplianceAddress loopback = ApplianceAddress.parse("[::1]");

      assertThat(loopback.named("0:0:0:0:0:0:0:1")).isEqualTo(loopback);
    }
  }

  @Nested
  class A_printed_address {

    @ParameterizedTest
    @CsvSource({
      "site, https://site:443",
      "http://localhost, http://localhost:80",
      "[::1]:8443, https://[::1]:8443"
    })
    void is_a_url_with_its_port(String text, String url) {
      assertThat(ApplianceAddress.parse(text)).hasToString(url);
    }
  }

  @Nested
  class The_machine_itself {

    @ParameterizedTest
    @ValueSource(
        strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.255.0.1", "[::1]", "[0::1]"})
    void is_known_by_its_addresses(String text) {
      assertThat(ApplianceAddress.parse(text).isLoopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "localhost.example.com",
          "127.0.0.1.example.com",
          "127.example",
          "128.0.0.1",
          "0.0.0.0",
          "[::]",
          "[::2]",
          "[127::1]",
          "site.example.com"
        })
    void is_nobody_else(String text) {
      assertThat(ApplianceAddress.parse(text).isLoopback()).isFalse();
    }

    @Test
    void is_told_by_the_host_and_not_by_the_name() {
      assertThat(https(SITE, 443).named("localhost").isLoopback()).isFalse();
      assertThat(https("127.0.0.1", 443).named(SITE).isLoopback()).isTrue();
    }

    @Test
    void has_a_name_that_is_no_ip_address() {
      assertThat(ApplianceAddress.parse("localhost").isHostIpAddress()).isFalse();
    }
  }
}
