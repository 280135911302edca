// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bseries.client.Recorded;
import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.ConnectedClients;
import io.github.bseries.core.pair.SiteAppliance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAnswersTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T understood(XmlAnswer<T> answer) {
    assertThat(answer).isInstanceOf(XmlAnswer.Understood.class);
    return ((XmlAnswer.Understood<T>) answer).value();
  }

  private static String notUnderstood(XmlAnswer<?> answer) {
    assertThat(answer).isInstanceOf(XmlAnswer.NotUnderstood.class);
    return ((XmlAnswer.NotUnderstood<?>) answer).reason();
  }

  private static String words(XmlAnswer<?> answer) {
    assertThat(answer).isInstanceOf(XmlAnswer.ErrorTold.class);
    return ((XmlAnswer.ErrorTold<?>) answer).words();
  }

  @Nested
  class Of_the_API {

    private static XmlAnswer<ApiInformation> read(String body) {
      return CommandAnswers.apiInformation(bytes(body));
    }

    @Test
    void the_recorded_form_is_read_whole() {
      ApiInformation information = understood(read(Recorded.API_INFORMATION));

      assertThat(information.apiVersion()).isEqualTo("1.19.0");
      assertThat(information.companyName()).isEqualTo("example");
      assertThat(information.serverTime()).isEqualTo(Instant.ofEpochSecond(1_574_638_362));
      assertThat(information.permissions())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "perm_command", "full_access", "perm_backup", "0", "perm_of_tomorrow", "some"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " xmlns=\"https://www.beyondtrust.com/namespaces/API/command\"",
          " xmlns=\"http://www.beyondtrust.com/sra/namespaces/API/command\""
        })
    void the_namespace_does_not_matter(String namespace) {
      String body =
          Recorded.API_INFORMATION.replace(
              " xmlns=\"http://www.bomgar.com/namespaces/API/command\"", namespace);

      assertThat(understood(read(body))).isEqualTo(understood(read(Recorded.API_INFORMATION)));
    }

    @Test
    void the_root_of_the_documents_is_taken_too() {
      String body = Recorded.API_INFORMATION.replace("api_information", "get_api_info");

      assertThat(understood(read(body)).apiVersion()).isEqualTo("1.19.0");
    }

    @Test
    void what_is_missing_is_not_made_up() {
      ApiInformation information =
          understood(
              read("<api_information><api_version> 1.25.0 </api_version></api_information>"));

      assertThat(information).isEqualTo(new ApiInformation("1.25.0", null, null, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "9999999999999", "2024-12-03T15:26:05Z"})
    void a_time_that_is_no_number_of_seconds_is_no_time(String time) {
      String body = Recorded.API_INFORMATION.replace("1574638362", time);

      assertThat(understood(read(body)).serverTime()).isNull();
    }

    @Test
    void a_permission_that_is_told_in_two_ways_is_no_answer() {
      String twice =
          Recorded.API_INFORMATION.replace(
              "</permissions>",
              "<permission name=\"perm_command\">deny</permission></permissions>");

      assertThat(notUnderstood(read(twice)))
          .isEqualTo("the permission \"perm_command\" is told twice");
      assertThat(understood(read(twice.replace(">deny<", ">full_access<"))).permissions())
          .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<api_information/>", "<something/>", "<health_check/>"})
    void something_else_is_no_answer(String body) {
      assertThat(notUnderstood(read(body))).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<error>Invalid action</error>",
          "<error code=\"x\" xmlns=\"a:b\"> Invalid  action\n</error>\n\n",
          "<api_information><error>Invalid action</error></api_information>"
        })
    void an_error_is_told_bare_or_wrapped(String body) {
      assertThat(words(read(body))).isEqualTo("Invalid action");
    }
  }

  @Nested
  class Of_appliances {

    private static XmlAnswer<List<SiteAppliance>> read(String body) {
      return CommandAnswers.appliances(bytes(body));
    }

    @Test
    void every_element_is_read() {
      assertThat(understood(read(Recorded.APPLIANCES)))
          .containsExactly(
              new SiteAppliance(
                  Recorded.ID,
                  "site1",
                  "support.example.com",
                  "master",
                  "primary",
                  true,
                  Duration.ofHours(-5)),
              new SiteAppliance(
                  Recorded.OTHER_ID,
                  "site2",
                  "support.example.com",
                  "primary",
                  "backup",
                  false,
                  Duration.ofMinutes(345)));
    }

    @Test
    void a_role_that_is_not_known_is_kept() {
      String body =
          Recorded.APPLIANCES.replace(">master<", ">relay<").replace(">backup<", ">asleep<");

      List<SiteAppliance> appliances = understood(read(body));

      assertThat(appliances.get(0).clusterRoleText()).isEqualTo("relay");
      assertThat(appliances.get(0).atlasRole()).isEmpty();
      assertThat(appliances.get(1).failoverRoleText()).isEqualTo("asleep");
      assertThat(appliances.get(1).failoverRole()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, yes", "-18000, soon", "1, ''"})
    void what_is_no_flag_and_no_number_is_not_told(String known, String unknown) {
      SiteAppliance first =
          understood(read(Recorded.APPLIANCES.replace(">" + known + "<", ">" + unknown + "<")))
              .get(0);

      assertThat(known.equals("1") ? first.acceptingConnections() : first.timezoneOffset())
          .isNull();
    }

    @Test
    void all_but_the_id_may_be_missing() {
      String id = Recorded.ID_TEXT;

      assertThat(understood(read("<appliances><appliance id=\"" + id + "\"/></appliances>")))
          .containsExactly(new SiteAppliance(Recorded.ID, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<appliances/>",
          "<appliances><appliance/></appliances>",
          "<appliances><appliance id=\"1\"/></appliances>",
          "<appliances><appliance id=\"50adeb59f0f04163b09b7591af1949ea\"/>"
              + "<appliance id=\"50ADEB59F0F04163B09B7591AF1949EA\"/></appliances>",
          "<appliances><appliance id=\"50adeb59f0f04163b09b7591af1949ea\">"
              + "<failover_role>primary</failover_role><failover_role>backup</failover_role>"
              + "</appliance></appliances>",
          "<connected_client_list/>"
        })
    void what_cannot_be_told_apart_is_no_list(String body) {
      assertThat(notUnderstood(read(body))).isNotBlank();
    }

    @Test
    void an_error_is_a_child_of_the_root() {
      assertThat(words(read("<appliances><error>No.</error></appliances>"))).isEqualTo("No.");
    }
  }

  @Nested
  class Of_clients {

    private static XmlAnswer<ConnectedClients> read(String body) {
      return CommandAnswers.connectedClients(bytes(body));
    }

    @Test
    void counts_and_clients_are_read() {
      ConnectedClients clients = understood(read(Recorded.CONNECTED_CLIENTS));

      assertThat(clients.counts())
          .containsExactly(
              new ConnectedClients.Count(
                  Recorded.ID, Map.of("representative", 2, "support_customer", 1, "robot", 0)));
      assertThat(clients.clients())
          .containsExactly(
              new ConnectedClients.Client("representative", "17"),
              new ConnectedClients.Client("representative", null),
              new ConnectedClients.Client(null, "x-1"));
    }

    @Test
    void an_empty_summary_is_nobody_and_a_missing_one_is_no_answer() {
      String empty = "<connected_client_list><connected_client_summary/></connected_client_list>";

      assertThat(understood(read(empty))).isEqualTo(new ConnectedClients(List.of(), List.of()));
      assertThat(notUnderstood(read("<connected_client_list/>")))
          .isEqualTo("it has no summary of the clients");
    }

    @ParameterizedTest
    @CsvSource({
      "type=\"representative\">2<, type=\"representative\">two<",
      "type=\"representative\">2<, type=\"representative\">-2<",
      "type=\"representative\">2<, type=\"representative\">99999999999<",
      "type=\"representative\">2<, >2<",
      "type=\"support_customer\">1<, type=\"representative\">1<",
      "50adeb59f0f04163b09b7591af1949ea, 50adeb59"
    })
    void a_count_that_is_none_is_no_answer(String known, String wrong) {
      assertThat(Recorded.CONNECTED_CLIENTS).contains(known);
      assertThat(notUnderstood(read(Recorded.CONNECTED_CLIENTS.replaceFirst(known, wrong))))
          .startsWith("in the list of clients, ");
    }

    @Test
    void an_appliance_that_is_counted_twice_is_no_answer() {
      String summary = "<appliance_summary id=\"" + Recorded.ID_TEXT + "\"/>";
      String body =
          "<connected_client_list><connected_client_summary>"
              + summary
              + summary
              + "</connected_client_summary></connected_client_list>";

      assertThat(notUnderstood(read(body))).contains("counted twice");
    }

    @Test
    void an_error_is_a_child_of_the_root() {
      assertThat(words(read("<connected_client_list><error>No.</error></connected_client_list>")))
          .isEqualTo("No.");
    }
  }
}
