// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallValuesTest {

  private static final Instant NOON = MadeUp.NOON;

  @Nested
  class An_attestation {

    private final Attested<String> attested = new Attested<>("on", " ada ", NOON);

    @Test
    void grows_older() {
      assertThat(attested.age(NOON)).isZero();
      assertThat(attested.age(NOON.plusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void made_after_the_moment_has_a_negative_age() {
      assertThat(attested.age(NOON.minusSeconds(60))).isEqualTo(Duration.ofMinutes(-1));
    }

    @Test
    void keeps_person_and_moment_when_its_value_is_mapped() {
      assertThat(attested.map(String::length)).isEqualTo(new Attested<>(2, "ada", NOON));
    }

    @Test
    void needs_somebody_to_ask() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Attested<>("on", " ", NOON))
          .withMessage("by is blank; an attestation needs somebody to ask");
      assertThatNullPointerException()
          .isThrownBy(() -> new Attested<>("on", null, NOON))
          .withMessage("by");
    }

    @Test
    void needs_a_value_and_a_moment() {
      assertThatNullPointerException()
          .isThrownBy(() -> new Attested<>(null, "ada", NOON))
          .withMessage("value");
      assertThatNullPointerException()
          .isThrownBy(() -> new Attested<>("on", "ada", null))
          .withMessage("at");
    }
  }

  @Nested
  class A_fingerprint {

    private static final String PLAIN = "0123456789abcdef".repeat(4);

    @Test
    void is_one_value_with_colons_and_without_in_either_case() {
      String withColons = PLAIN.toUpperCase(java.util.Locale.ROOT).replaceAll("..(?!$)", "$0:");

      assertThat(new Fingerprint(withColons)).isEqualTo(new Fingerprint(PLAIN)).hasToString(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "correct horse battery staple", "0123", "01:23", "zz"})
    void is_refused_without_repeating_what_may_be_the_key(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Fingerprint(text))
          .withMessage(
              "fingerprint must be the 64 hexadecimal digits of a SHA-256 digest;"
                  + " never the key itself");
    }
  }

  @Nested
  class A_bandwidth {

    @Test
    void of_megabits_is_counted_in_bytes() {
      assertThat(Bandwidth.ofMegabitsPerSecond(8)).isEqualTo(new Bandwidth(1_000_000));
      assertThat(Bandwidth.ofMegabitsPerSecond(1)).isEqualTo(new Bandwidth(125_000));
      assertThat(new Bandwidth(1_000)).hasToString("1000 bytes/s");
    }

    @Test
    void together_with_another_is_the_lower_of_both() {
      Bandwidth low = new Bandwidth(1);
      Bandwidth high = new Bandwidth(2);

      assertThat(high.atMost(low)).isEqualTo(low);
      assertThat(low.atMost(high)).isEqualTo(low);
    }

    @Test
    void of_nothing_is_refused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Bandwidth(0))
          .withMessage("bytesPerSecond is 0, must be 1 up");
      assertThatIllegalArgumentException().isThrownBy(() -> Bandwidth.ofMegabitsPerSecond(0));
    }

    @Test
    void of_the_largest_number_of_megabits_does_not_overflow() {
      long most = Long.MAX_VALUE / 125_000;

      assertThat(Bandwidth.ofMegabitsPerSecond(most).bytesPerSecond()).isPositive();
      assertThat(most).isEqualTo(73_786_976_294_838L);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Bandwidth.ofMegabitsPerSecond(most + 1));
    }
  }

  @Nested
  class A_platform {

    @ParameterizedTest
    @EnumSource
    void is_of_exactly_one_kind(Platform platform) {
      assertThat(List.of(platform.isPhysical(), platform.isVirtual(), platform.isCloud()))
          .containsOnlyOnce(true);
    }

    @Test
    void rules_out_a_shared_ip_on_aws_only() {
      assertThat(Arrays.stream(Platform.values()).filter(Platform::rulesOutSharedIp))
          .containsExactly(Platform.AWS);
    }

    @Test
    void may_be_one_of_three_models_or_run_in_one_of_five_places() {
      assertThat(Arrays.stream(Platform.values()).filter(Platform::isPhysical)).hasSize(3);
      assertThat(Arrays.stream(Platform.values()).filter(Platform::isVirtual)).hasSize(5);
    }
  }

  @Nested
  class A_role_in_a_cluster {

    @ParameterizedTest
    @EnumSource
    void is_read_from_its_word(AtlasRole role) {
      assertThat(AtlasRole.ofLiteral(" " + role.literal() + " ")).isEqualTo(role);
    }

    @Test
    void is_read_from_the_word_of_old_appliances() {
      assertThat(AtlasRole.ofLiteral("master")).isEqualTo(AtlasRole.PRIMARY);
    }

    @Test
    void is_never_guessed() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AtlasRole.ofLiteral("Primary"))
          .withMessage("cluster role is \"Primary\", must be one of single, primary, traffic");
    }
  }

  @Nested
  class A_certificate {

    private ApplianceCertificate issued(String to, String by) {
      return new ApplianceCertificate(
          null, to, by, NOON, List.of("support.example.com"), true, true, true, false);
    }

    @Test
    void that_names_itself_as_issuer_is_self_signed() {
      assertThat(issued("Appliance", "Appliance").isSelfSigned()).isTrue();
      assertThat(issued("support.example.com", "Example CA").isSelfSigned()).isFalse();
    }

    @Test
    void is_self_signed_however_its_names_were_typed_in() {
      assertThat(issued("Old Appliance", "old appliance ").isSelfSigned()).isTrue();
    }

    @Test
    void says_to_whom_and_by_whom_it_was_issued() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> issued("", "Example CA"))
          .withMessage("issuedTo is blank");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> issued("support.example.com", " "))
          .withMessage("issuedBy is blank");
    }
  }
}
