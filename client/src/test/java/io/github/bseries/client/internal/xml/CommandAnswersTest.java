// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.Recorded;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.LastDataSync;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandAnswersTest {

  private static final String FULL =
      """
      <?xml version="1.0" encoding="UTF-8"?>

      <health_check xmlns="http://www.bomgar.com/namespaces/API/command">
      \t<appliance id="50ADEB59F0F04163B09B7591AF1949EA"> site1 </appliance>
      \t<version>24.3.1 (1234-abc)</version>
      \t<success> 0 </success>
      \t<error_message>one</error_message>
      \t<error_message> two </error_message>
      \t<failover_role>primary</failover_role>
      \t<enabled_shared_ips>
      \t\t<ip>12.12.1.52</ip>
      \t\t<ip>2001:db8::52</ip>
      \t</enabled_shared_ips>
      \t<last_data_sync_time ts="1733239565">2024-12-03T15:26:05+00:00</last_data_sync_time>
      \t<last_data_sync_status>success</last_data_sync_status>
      \t<something_new><failover_role>backup</failover_role></something_new>
      </health_check>
      """;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ApplianceHealth understood(String body) {
    XmlAnswer<ApplianceHealth> answer = CommandAnswers.health(bytes(body));
    assertThat(answer).isInstanceOf(XmlAnswer.Understood.class);
    return ((XmlAnswer.Understood<ApplianceHealth>) answer).value();
  }

  private static String notUnderstood(String body) {
    XmlAnswer<ApplianceHealth> answer = CommandAnswers.health(bytes(body));
    assertThat(answer).isInstanceOf(XmlAnswer.NotUnderstood.class);
    return ((XmlAnswer.NotUnderstood<ApplianceHealth>) answer).reason();
  }

  @Nested
  class Of_a_health {

    @Test
    void the_recording_is_read_with_what_it_has_and_no_more() {
      ApplianceHealth health = understood(Recorded.HEALTH_WITHOUT_FAILOVER);

      assertThat(health)
          .isEqualTo(
              new ApplianceHealth(
                  Recorded.ID,
                  "ip-10-x-x-x",
                  ApplianceVersion.parse("19.1.8 (37380-749b17ca33d2475427428f263608ae98d69f7a35)"),
                  true,
                  List.of(),
                  FailoverRole.NONE,
                  List.of(),
                  null));
    }

    @Test
    void every_element_is_read() {
      ApplianceHealth health = understood(FULL);

      assertThat(health)
          .isEqualTo(
              new ApplianceHealth(
                  Recorded.ID,
                  "site1",
                  ApplianceVersion.parse("24.3.1 (1234-abc)"),
                  false,
                  List.of("one", "two"),
                  FailoverRole.PRIMARY,
                  List.of("12.12.1.52", "2001:db8::52"),
                  new LastDataSync(
                      Instant.ofEpochSecond(1_733_239_565L),
                      "2024-12-03T15:26:05+00:00",
                      "success")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "xmlns=\"https://www.beyondtrust.com/namespaces/API/command\"",
          "xmlns=\"http://www.beyondtrust.com/sra/namespaces/API/command\"",
          "xmlns=\"urn:of-a-later-release\"",
          ""
        })
    void the_namespace_does_not_matter(String namespace) {
      String body =
          FULL.replace("xmlns=\"http://www.bomgar.com/namespaces/API/command\"", namespace);

      assertThat(understood(body)).isEqualTo(understood(FULL));
    }

    @Test
    void a_prefix_does_not_matter() {
      String body =
          "<b:health_check xmlns:b='urn:x'><b:appliance b:id='50adeb59f0f04163b09b7591af1949ea'/>"
              + "<b:success>1</b:success><b:failover_role>backup</b:failover_role></b:health_check>";

      assertThat(understood(body).failoverRole()).isEqualTo(FailoverRole.BACKUP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\r\n \t\n", "\uFEFF", "\uFEFF\n"})
    void what_stands_before_the_declaration_is_skipped(String before) {
      assertThat(understood(before + FULL)).isEqualTo(understood(FULL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"appliance", "success", "failover_role"})
    void an_element_that_decides_must_not_be_missing(String element) {
      String body = FULL.replaceAll("<" + element + "[^_]*</" + element + ">", "");

      assertThat(
              notUnderstood(
                  body.replace("<something_new>", "<s>").replace("</something_new>", "</s>")))
          .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "<success> 0 </success>, <success>true</success>, success is \"true\"",
      "<success> 0 </success>, <success/>, success is \"\"",
      "<success> 0 </success>, <success>0</success><success>1</success>, told twice",
      "<failover_role>primary, <failover_role>leader, \"leader\"",
      "<failover_role>primary, <failover_role>Primary, \"Primary\"",
      "50ADEB59F0F04163B09B7591AF1949EA, 50ADEB59, \"50ADEB59\""
    })
    void a_value_that_is_not_known_is_no_health(String known, String unknown, String reason) {
      assertThat(notUnderstood(FULL.replaceFirst(known, unknown))).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<appliance id='50adeb59f0f04163b09b7591af1949ea'/>"
              + "<appliance id='0123456789abcdef0123456789abcdef'/>",
          "<appliance xmlns:x='urn:x' id='50adeb59f0f04163b09b7591af1949ea'"
              + " x:id='0123456789abcdef0123456789abcdef'/>",
          "<appliance/>",
          "<appliance id=''/>"
        })
    void an_id_that_is_missing_or_told_twice_is_no_health(String appliance) {
      assertThat(notUnderstood(FULL.replaceFirst("(?s)<appliance.*</appliance>", appliance)))
          .containsAnyOf("told twice", "appliance id is");
    }

    @Test
    void the_rest_may_be_missing() {
      String body =
          "<health_check><appliance id='50adeb59f0f04163b09b7591af1949ea'/><success>1</success>"
              + "<failover_role>none</failover_role></health_check>";

      ApplianceHealth health = understood(body);

      assertThat(health.hostName()).isNull();
      assertThat(health.version()).isNull();
      assertThat(health.lastDataSync()).isNull();
      assertThat(health.enabledSharedIps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "2024-12-03T15:26:05Z",
      "2024-12-03T15:26:05+0000",
      "2024-12-03T15:26:05.000+00:00",
      "2024-12-03T21:11:05+05:45",
      "2024-12-03 15:26:05+00"
    })
    void a_time_without_ts_is_read_from_its_text(String text) {
      String body =
          FULL.replaceFirst(
              "(?s)<last_data_sync_time.*</last_data_sync_time>",
              "<last_data_sync_time>" + text + "</last_data_sync_time>");

      assertThat(understood(body).lastDataSync().time())
          .isEqualTo(Instant.parse("2024-12-03T15:26:05Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-12-03T15:26:05", "2024-13-03T15:26:05Z"})
    void a_time_that_is_not_understood_is_kept_as_text(String text) {
      String body =
          FULL.replaceFirst(
              "(?s)<last_data_sync_time.*</last_data_sync_time>",
              "<last_data_sync_time ts='soon'>" + text + "</last_data_sync_time>");

      assertThat(understood(body).lastDataSync())
          .isEqualTo(new LastDataSync(null, text, "success"));
    }

    @Test
    void a_nil_or_typed_element_has_no_special_power() {
      String body =
          FULL.replace(
              "<success> 0 </success>",
              "<success xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'/>");

      assertThat(notUnderstood(body)).contains("success is \"\"");
    }
  }

  @Nested
  class Of_an_error {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<error xmlns='http://www.bomgar.com/namespaces/API/command'>Login\n failed</error>",
          "<error code='x'>Login failed</error>",
          "\n<?xml version='1.0'?>\n\n<error>Login failed</error>\n\n\n",
          "<health_check><error>Login failed</error></health_check>"
        })
    void the_words_are_told(String body) {
      assertThat(CommandAnswers.health(bytes(body)))
          .isEqualTo(new XmlAnswer.ErrorTold<>("Login failed"));
    }

    @Test
    void an_error_without_words_is_one_all_the_same() {
      assertThat(CommandAnswers.health(bytes("<error/>")))
          .isEqualTo(new XmlAnswer.ErrorTold<>("an error without words"));
    }

    @Test
    void an_error_message_in_a_health_is_none() {
      assertThat(understood(FULL).errorMessages()).containsExactly("one", "two");
    }
  }

  @Nested
  class Of_a_role_change {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<success xmlns='urn:x'>Successfully changed role.</success>",
          "<?xml version='1.0'?>\n\n<success>\n\tSuccessfully  changed role.\n</success>\n",
          "<set_failover_role><success>Successfully changed role.</success></set_failover_role>"
        })
    void the_success_is_read_bare_or_wrapped(String body) {
      assertThat(CommandAnswers.roleChange(bytes(body)))
          .isEqualTo(new XmlAnswer.Understood<>("Successfully changed role."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<error>No</error>", "<role><error>No</error></role>"})
    void the_error_is_read_bare_or_wrapped(String body) {
      assertThat(CommandAnswers.roleChange(bytes(body))).isEqualTo(new XmlAnswer.ErrorTold<>("No"));
    }

    @Test
    void an_error_beside_a_success_is_an_error() {
      assertThat(
              CommandAnswers.roleChange(
                  bytes("<r><success>Successfully changed role.</success><error>No</error></r>")))
          .isEqualTo(new XmlAnswer.ErrorTold<>("No"));
    }
  }

  @Nested
  class Of_something_hostile {

    @Test
    void a_document_type_is_refused() {
      String body = "<!DOCTYPE health_check>" + FULL.substring(FULL.indexOf("<health_check"));

      assertThat(notUnderstood(body)).contains("document type");
    }

    @Test
    void a_document_type_with_entities_is_refused_and_nothing_is_read() {
      String body =
          "<?xml version=\"1.0\"?><!DOCTYPE h [<!ENTITY f SYSTEM \"file:///etc/hostname\">"
              + "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
              + "<health_check><appliance id='50adeb59f0f04163b09b7591af1949ea'>&f;&b;</appliance>"
              + "<success>1</success><failover_role>none</failover_role></health_check>";

      assertThat(notUnderstood(body)).contains("document type");
    }

    @Test
    void an_entity_of_ones_own_is_refused() {
      assertThat(notUnderstood(FULL.replace("<success> 0", "<success>&one;"))).isNotEmpty();
    }

    @Test
    void deep_nesting_is_refused() {
      String body = FULL.replace("</health_check>", "<x>".repeat(100_000));

      assertThat(notUnderstood(body)).contains("deeper than 64");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", " \n", "no XML at all", "{\"error\":\"x\"}", "<html><body>hi</body>"})
    void what_is_no_XML_is_not_understood(String body) {
      assertThat(notUnderstood(body)).isNotEmpty();
    }

    @Test
    void a_cut_anywhere_is_noticed() {
      int end = FULL.lastIndexOf('>');

      for (int cut = 0; cut <= end; cut++) {
        assertThat(CommandAnswers.health(bytes(FULL.substring(0, cut))))
            .as("cut after %s characters", cut)
            .isInstanceOf(XmlAnswer.NotUnderstood.class);
      }
    }

    @Test
    void a_second_root_is_noticed() {
      assertThat(notUnderstood(FULL + "<health_check/>")).isNotEmpty();
    }

    @Test
    void a_wrong_charset_is_noticed() {
      byte[] body = FULL.replace("site1", "s\u00fcd1").getBytes(StandardCharsets.ISO_8859_1);

      assertThat(CommandAnswers.health(body))
          .isInstanceOfSatisfying(
              XmlAnswer.NotUnderstood.class, not -> assertThat(not.reason()).contains("UTF-8"));
    }
  }
}
