// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bseries.core.pair.ApplianceVersion;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NsbFileNameTest {

  private static final ApplianceVersion VERSION = ApplianceVersion.parse("24.3.1");
  private static final LocalDate DATE = LocalDate.of(2026, 3, 1);
  private static final String OURS = "bomgar-24.3.1-support.example.com-2026-03-01-5f3a9c.nsb";

  @Test
  void a_made_name_has_the_documented_parts_in_the_documented_order() {
    assertThat(NsbFileName.make(VERSION, "support.example.com", DATE, "5f3a9c"))
        .hasToString(OURS)
        .isEqualTo(NsbFileName.parse(OURS));
  }

  @Test
  void only_the_product_version_is_written() {
    ApplianceVersion recorded = ApplianceVersion.parse("19.1.8 (37380-749b17ca)");

    assertThat(NsbFileName.make(recorded, "support", DATE, "1"))
        .hasToString("bomgar-19.1.8-support-2026-03-01-1.nsb");
  }

  @Test
  void a_name_in_our_form_is_read_with_certainty() {
    assertParts(OURS, Certainty.SURE, "24.3.1", "support.example.com", "2026-03-01", "5f3a9c");
  }

  @Test
  void a_site_that_looks_like_a_date_does_not_confuse_our_form() {
    assertParts(
        "bomgar-24-a-2025-01-01-2026-03-01-x.nsb",
        Certainty.SURE,
        "24",
        "a-2025-01-01",
        "2026-03-01",
        "x");
  }

  @ParameterizedTest
  @CsvSource({
    "bomgar_24.3.1_support.example.com_20260301_5f3a9c.nsb,support.example.com,5f3a9c",
    "bomgar.24.3.1.support.example.com.20260301.5f3a9c.nsb,support.example.com,5f3a9c",
    "bomgar.24.3.1.support.2026.03.01.5f3a9c.nsb,support,5f3a9c",
    "bomgar24.3.1 support 2026-03-01 5f3a9c.nsb,support,5f3a9c",
    "Bomgar-24.3.1-support-2026-03-01-5f3a9c.NSB,support,5f3a9c",
    "bomgar-v24.3.1-support-2026_03_01-5f3a9c.nsb,support,5f3a9c",
    "bomgar-24.3.1-support-2026-03-01T101500-5f.nsb,support,T101500-5f",
    "bomgar-24.3.1-support-2026-03-01-550e8400-e29b.nsb,support,550e8400-e29b",
    "bomgar-24.3.1-support-2026-03-01-5f3a9c (1).nsb,support,5f3a9c",
    "bomgar-24.3.1-support-2026-03-01-5f3a9c(12).nsb,support,5f3a9c",
    "bomgar-24.3.1-destek-İzmir-2026-03-01-5f3a9c.nsb,destek-İzmir,5f3a9c",
    "bomgar-24.3.1-support-2026-13-01-2026-03-01-5f-a.nsb,support-2026-13-01,5f-a",
    "bomgar--24.3.1--support--2026-03-01--5f3a9c.nsb,support,5f3a9c"
  })
  void all_parts_in_another_form_are_likely(String text, String site, String uniqueId) {
    assertParts(text, Certainty.LIKELY, "24.3.1", site, "2026-03-01", uniqueId);
  }

  @ParameterizedTest
  @CsvSource({
    "bomgar-2026-03-01.nsb,,,2026-03-01,",
    "bomgar-2026.03.01.nsb,,,2026-03-01,",
    "bomgar-20260301-5f3a9c.nsb,,,2026-03-01,5f3a9c",
    "bomgar-support-2026-03-01-5f3a9c.nsb,,,2026-03-01,5f3a9c",
    "bomgar-24_3_1-support-2026-03-01-5f3a9c.nsb,,,2026-03-01,5f3a9c",
    "bomgar-24.3.1.nsb,24.3.1,,,",
    "bomgar-24.3.1-support.nsb,24.3.1,,,",
    "bomgar-24.3.1-support-2026-03-01.nsb,24.3.1,support,2026-03-01,",
    "bomgar-24.3.1-2026-03-01-5f3a9c.nsb,24.3.1,,2026-03-01,5f3a9c",
    "bomgar-24.3.1-support-2026-03-01-5f3a9c,24.3.1,support,2026-03-01,5f3a9c",
    "bomgar-24.3.1-support-2026-03-01-5f3a9c.nsb.part,24.3.1,support,2026-03-01,5f3a9c.nsb.part",
    "bomgar-24.3.1-support-2026-02-30-5f3a9c.nsb,24.3.1,,,",
    "bomgar-24.3.1-support-1999-12-31-5f3a9c.nsb,24.3.1,,,",
    "bomgar-24.3.1-support-2100-01-01-5f3a9c.nsb,24.3.1,,,",
    "bomgar-24.3.1-support-03-01-2026-5f3a9c.nsb,24.3.1,,,",
    "bomgar-24.3.1-support-a20260301-5f3a9c.nsb,24.3.1,,,",
    "bomgar-24.3.1-support-20260301b-5f3a9c.nsb,24.3.1,,,",
    "bomgar-24.3.1-support-2026-0301-5f3a9c.nsb,24.3.1,,,"
  })
  void what_is_missing_stays_missing(
      String text, String version, String site, String date, String uniqueId) {
    assertParts(text, Certainty.PARTLY, version, site, date, uniqueId);
  }

  @Test
  void of_two_dates_neither_is_taken() {
    assertParts(
        "bomgar_24.3.1_support_20250101_20260301_x.nsb",
        Certainty.PARTLY,
        "24.3.1",
        null,
        null,
        null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "bomgar",
        "bomgar.nsb",
        "bomgar-24.nsb",
        "bomgar-٢٤.٣.nsb",
        "nightly.nsb",
        "backup-24.3.1-support-2026-03-01-5f3a9c.nsb",
        " bomgar-24.3.1-support-2026-03-01-5f3a9c.nsb",
        "/backups/bomgar-24.3.1-support-2026-03-01-5f3a9c.nsb"
      })
  void nothing_is_read_from_another_name(String text) {
    assertParts(text, Certainty.UNKNOWN, null, null, null, null);
  }

  @Test
  void a_name_longer_than_a_file_system_takes_is_not_read() {
    String longest = OURS.replace("support", "s".repeat(255 - OURS.length() + "support".length()));

    assertThat(NsbFileName.parse(longest).certainty()).isEqualTo(Certainty.SURE);
    assertThat(NsbFileName.parse(longest.replace("-s", "-ss")).certainty())
        .isEqualTo(Certainty.UNKNOWN);
  }

  @Test
  void a_name_longer_than_a_file_system_takes_is_not_made() {
    int rest = "bomgar-24.3.1--2026-03-01-1.nsb".length();

    assertThat(NsbFileName.make(VERSION, "s".repeat(255 - rest), DATE, "1").text()).hasSize(255);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NsbFileName.make(VERSION, "s".repeat(256 - rest), DATE, "1"))
        .withMessage("the name has 256 characters, at most 255 are allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "-a", "a-", "a.", "../a", "a/b", "a\\b", "a b", "İ"})
  void a_site_that_cannot_be_read_back_is_refused(String site) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NsbFileName.make(VERSION, site, DATE, "1"))
        .withMessageStartingWith("site must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a-b", "a.b", "a/b", "ı"})
  void an_id_that_cannot_be_read_back_is_refused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NsbFileName.make(VERSION, "a", DATE, id))
        .withMessage("uniqueId must be 1 to 64 letters and digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-12-31", "2100-01-01", "-2026-03-01", "+12026-03-01"})
  void a_date_that_cannot_be_read_back_is_refused(LocalDate date) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NsbFileName.make(VERSION, "a", date, "1"))
        .withMessage("date is " + date + ", must be of 2000 to 2099");
  }

  @Test
  void a_version_without_numbers_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NsbFileName.make(ApplianceVersion.parse("beta"), "a", DATE, "1"))
        .withMessage("version has no product version of numbers and dots");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NsbFileName.make(new ApplianceVersion("x", "a/b", null), "a", DATE, "1"))
        .withMessage("version has no product version of numbers and dots");
  }

  @Test
  void no_name_at_all_is_refused_by_name() {
    assertThatNullPointerException().isThrownBy(() -> NsbFileName.parse(null)).withMessage("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.", ".", "-", "a", "-a", "2026-03-01", "20260301", " (1)", "."})
  void a_long_hostile_name_costs_no_more_than_a_short_one(String part) {
    NsbFileName endless = NsbFileName.parse("bomgar-1.2-" + part.repeat(200_000) + ".nsb");
    NsbFileName tight = NsbFileName.parse(("bomgar-1.2-" + part.repeat(240)).substring(0, 250));

    assertThat(CompletableFuture.supplyAsync(() -> endless.certainty() + "" + tight.certainty()))
        .succeedsWithin(ofSeconds(5));
  }

  /** Compares version, site, date and unique id, in this order; null where there is none. */
  private static void assertParts(String text, Certainty certainty, String... parts) {
    NsbFileName name = NsbFileName.parse(text);

    assertThat(name.certainty()).isEqualTo(certainty);
    assertThat(
            Stream.of(
                name.version().map(ApplianceVersion::product),
                name.site(),
                name.date().map(LocalDate::toString),
                name.uniqueId()))
        .map(part -> part.orElse(null))
        .containsExactly(parts);
  }
}
