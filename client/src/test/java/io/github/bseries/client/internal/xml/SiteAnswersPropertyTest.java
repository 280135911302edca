// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.bseries.client.Recorded;
import io.github.bseries.core.pair.ApiInformation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes, it is understood, an error, or not understood, and never an exception. */
class SiteAnswersPropertyTest {

  private static final List<Function<byte[], XmlAnswer<?>>> READERS =
      List.of(
          CommandAnswers::apiInformation,
          CommandAnswers::appliances,
          CommandAnswers::connectedClients);

  private static final List<String> ANSWERS =
      List.of(Recorded.API_INFORMATION, Recorded.APPLIANCES, Recorded.CONNECTED_CLIENTS);

  @Provide
  Arbitrary<byte[]> changedAnswers() {
    Arbitrary<String> scraps =
        Arbitraries.of(
            "",
            "<",
            ">",
            "&",
            "\"",
            "</appliance>",
            "<error>",
            "<!DOCTYPE a>",
            "&#0;",
            "]]>",
            "-",
            "<count type=\"x\">",
            "\u0000",
            "99999999999999999999",
            "<permission name=\" \">");
    return Combinators.combine(
            Arbitraries.of(ANSWERS),
            Arbitraries.integers().between(0, 700),
            Arbitraries.integers().between(0, 40),
            scraps)
        .as(
            (answer, at, length, scrap) -> {
              int from = Math.min(at, answer.length());
              int to = Math.min(from + length, answer.length());
              String changed = answer.substring(0, from) + scrap + answer.substring(to);
              return changed.getBytes(StandardCharsets.UTF_8);
            });
  }

  @Property
  void a_changed_answer_is_read_or_refused_and_never_an_exception(
      @ForAll("changedAnswers") byte[] body) {
    for (Function<byte[], XmlAnswer<?>> reader : READERS) {
      assertThatCode(() -> assertThat(reader.apply(body)).isNotNull()).doesNotThrowAnyException();
    }
  }

  @Property
  void any_bytes_are_read_or_refused_and_never_an_exception(@ForAll byte[] body) {
    for (Function<byte[], XmlAnswer<?>> reader : READERS) {
      assertThatCode(() -> assertThat(reader.apply(body)).isNotNull()).doesNotThrowAnyException();
    }
  }

  @Provide
  Arbitrary<Map<String, String>> permissions() {
    Arbitrary<String> names = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1);
    Arbitrary<String> values = Arbitraries.strings().alpha().numeric().ofMaxLength(12);
    return Arbitraries.maps(names, values).ofMinSize(1).ofMaxSize(30);
  }

  @Property
  void every_permission_is_kept_whatever_its_name_and_value(
      @ForAll("permissions") Map<String, String> permissions) {
    StringBuilder xml = new StringBuilder("<api_information><permissions>");
    permissions.forEach(
        (name, value) ->
            xml.append("<permission name=\"")
                .append(name)
                .append("\">")
                .append(value)
                .append("</permission>"));
    xml.append("</permissions></api_information>");

    XmlAnswer<ApiInformation> answer =
        CommandAnswers.apiInformation(xml.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(((XmlAnswer.Understood<ApiInformation>) answer).value().permissions())
        .isEqualTo(permissions);
  }
}
