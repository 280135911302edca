// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.core.pair.ApplianceVersion;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.time.api.constraints.DateRange;

class NsbFileNamePropertyTest {

  @Property
  void what_was_made_is_read_back_with_certainty(
      @ForAll("versions") ApplianceVersion version,
      @ForAll("sites") String site,
      @ForAll @DateRange(min = "2000-01-01", max = "2099-12-31") LocalDate date,
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 64) String id) {
    NsbFileName read = NsbFileName.parse(NsbFileName.make(version, site, date, id).text());

    assertThat(read.certainty()).isEqualTo(Certainty.SURE);
    assertThat(read.version()).contains(version);
    assertThat(read.site()).contains(site);
    assertThat(read.date()).contains(date);
    assertThat(read.uniqueId()).contains(id);
  }

  @Property
  void any_text_is_a_name_that_is_kept_as_it_is(@ForAll String text) {
    assertThat(NsbFileName.parse(text)).hasToString(text);
    assertCertaintyFitsTheParts(text);
  }

  @Property
  void the_certainty_of_what_looks_like_a_name_fits_the_parts_that_were_found(
      @ForAll("nearly") String text) {
    assertCertaintyFitsTheParts(text);
  }

  @Provide
  Arbitrary<ApplianceVersion> versions() {
    return Arbitraries.integers()
        .between(0, 999_999_999)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(numbers -> numbers.stream().map(String::valueOf).collect(Collectors.joining(".")))
        .map(ApplianceVersion::parse);
  }

  @Provide
  Arbitrary<String> sites() {
    return Arbitraries.of("a", "support", "example.com", "1", "24.3", "2026-03-01", "a_b", "nsb")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(labels -> String.join("-", labels));
  }

  @Provide
  Arbitrary<String> nearly() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "-",
            "-",
            "_",
            ".",
            " ",
            "24.3.1",
            "24",
            "support",
            "2026-03-01",
            "20260301",
            "2026-02-30",
            "5f3a",
            "v",
            "T1",
            "(1)",
            "bomgar",
            ".nsb",
            "İ",
            "\n",
            "\ud800");
    Arbitrary<String> middle = pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    return middle.flatMap(m -> Arbitraries.of("bomgar" + m + ".nsb", "BOMGAR" + m, m));
  }

  private static void assertCertaintyFitsTheParts(String text) {
    NsbFileName name = NsbFileName.parse(text);

    long found =
        Stream.of(name.version(), name.site(), name.date(), name.uniqueId())
            .filter(Optional::isPresent)
            .count();

    switch (name.certainty()) {
      case SURE, LIKELY -> assertThat(found).isEqualTo(4);
      case PARTLY -> assertThat(found).isPositive();
      case UNKNOWN -> assertThat(found).isZero();
    }
  }
}
