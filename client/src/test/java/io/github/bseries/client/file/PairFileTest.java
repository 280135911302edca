// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import static io.github.bseries.client.file.PairText.BACKUP;
import static io.github.bseries.client.file.PairText.CUTOVER;
import static io.github.bseries.client.file.PairText.HEAD;
import static io.github.bseries.client.file.PairText.SITE;
import static io.github.bseries.client.file.PairText.declared;
import static io.github.bseries.client.file.PairText.json;
import static io.github.bseries.client.file.PairText.parsed;
import static io.github.bseries.client.file.PairText.primaryWith;
import static io.github.bseries.client.file.PairText.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bseries.core.pair.AppliancePair;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.DnsSwing;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.Subnet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairFileTest {

  @Nested
  class What_people_write {

    @Test
    void an_appliance_without_a_name_is_called_by_its_host() {
      assertThat(parsed(primaryWith("'platform':'AWS'")).normalPrimary().name())
          .isEqualTo("a.example");
    }

    @Test
    void a_dns_swing_without_a_name_changes_that_of_the_site() {
      AppliancePair pair =
          parsed(
              "{"
                  + HEAD
                  + SITE
                  + "'cutover':{'dnsSwing':{'recordTtl':'PT5M'}},"
                  + "'normalPrimary':{'address':'a.example'}"
                  + BACKUP
                  + "}");

      assertThat(pair.cutover())
          .isEqualTo(new DnsSwing("support.example.com", Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'ip':'12.12.1.50/24'",
          "'ip':' 12.12.1.50/255.255.255.0 '",
          "'ip':'12.12.1.50','subnet':'12.12.1.0/24'",
          "'ip':'12.12.1.50/24','subnet':'12.12.1.99/24'"
        })
    void an_address_and_its_subnet_stand_together_or_apart(String members) {
      AppliancePair pair = parsed(primaryWith(members));

      assertThat(pair.normalPrimary().ip()).isEqualTo(new IpAddress("12.12.1.50"));
      assertThat(pair.normalPrimary().subnet()).isEqualTo(Subnet.parse("12.12.1.0/24"));
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-02T09:30:00Z, 2026-11-02T09:30:00Z",
      "2026-11-02T10:30:00+01:00, 2026-11-02T09:30:00Z",
      "2026-11-02, 2026-11-02T00:00:00Z"
    })
    void a_moment_has_an_offset_or_is_the_first_of_its_day(String written, Instant moment) {
      AppliancePair pair =
          parsed(primaryWith("'attested':{'by':'kim','at':'" + written + "'},'smtpAlerts':true"));

      assertThat(pair.normalPrimary().declared().smtpAlerts())
          .isEqualTo(new Attested<>(true, "kim", moment));
    }

    @ParameterizedTest
    @CsvSource({
      "1 Gbit/s, 125000000",
      "50 Mbit/s, 6250000",
      "8kbit/s, 1000",
      "9223372036854775807 bytes/s," + " 9223372036854775807"
    })
    void a_bandwidth_has_a_unit(String written, long bytes) {
      AppliancePair pair = parsed(primaryWith(page("'dataSyncBandwidthLimit':'" + written + "'")));

      assertThat(
              pair.normalPrimary()
                  .declared()
                  .backupSettings()
                  .value()
                  .dataSyncBandwidthLimit()
                  .bytesPerSecond())
          .isEqualTo(bytes);
    }
  }

  private static String page(String member) {
    return "'attested':{'by':'kim','at':'2026-11-02'},'backupSettings':{'backupOperations':true,"
        + "'automaticFailover':false,'networkConnectivityTestIps':[],'sharedIps':[],"
        + member
        + "}";
  }

  @Nested
  class An_attestation {

    private static final String FACT = "'smtpAlerts':";

    private Attested<Boolean> fact(String members) {
      return parsed(primaryWith(members)).normalPrimary().declared().smtpAlerts();
    }

    @Test
    void of_the_pair_holds_for_an_appliance_that_says_none() {
      AppliancePair pair =
          parsed(
              "{"
                  + HEAD
                  + SITE
                  + CUTOVER
                  + "'attested':{'by':'kim','at':'1970-01-01'},"
                  + "'normalPrimary':{'address':'a.example','smtpAlerts':true}"
                  + BACKUP
                  + "}");

      assertThat(pair.normalPrimary().declared().smtpAlerts())
          .isEqualTo(new Attested<>(true, "kim", Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        value = {
          "`{'value':true,'by':'lee'}`, lee, 2000-01-01T00:00:00Z",
          "`{'value':true,'at':'1970-01-01'}`, kim, 1970-01-01T00:00:00Z",
          "`{'value':true,'by':'lee','at':'1970-01-01'}`, lee, 1970-01-01T00:00:00Z",
          "`{'value':true}`, kim, 2000-01-01T00:00:00Z"
        })
    void of_a_fact_itself_comes_before_that_of_the_appliance(String fact, String by, Instant at) {
      assertThat(fact("'attested':{'by':'kim','at':'2000-01-01'}," + FACT + fact))
          .isEqualTo(new Attested<>(true, by, at));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "'attested':{},",
          "'attested':{'by':'kim'},",
          "'attested':{'at':'2000-01-01'},"
        })
    void that_is_missing_is_asked_for(String attested) {
      assertThat(problems(primaryWith(attested + FACT + "true")))
          .singleElement()
          .asString()
          .startsWith("$.normalPrimary.smtpAlerts: nobody attests this; write who");
    }

    @Test
    void that_is_broken_is_not_said_to_be_missing_too() {
      assertThat(problems(primaryWith("'attested':{'by':'kim','at':'soon'}," + FACT + "true")))
          .singleElement()
          .asString()
          .startsWith("$.normalPrimary.attested.at: \"soon\" is no moment; write ");
    }

    @Test
    void is_written_once_for_what_has_it_in_common() {
      String members =
          "'attested':{'by':'kim','at':'2000-01-01'},'smtpAlerts':{'value':true,'by':'lee'},"
              + "'httpsFromClients':true,'ipConfiguration':[]";

      assertThat(PairFile.toJson(declared(primaryWith(members))))
          .contains(
              """
                  "attested": {
                    "by": "kim",
                    "at": "2000-01-01T00:00:00Z"
                  },
              """,
              json("    'smtpAlerts': {\n      'value': true,\n      'by': 'lee',"),
              json("    'httpsFromClients': true\n"));
    }
  }

  @Nested
  class A_problem {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "'id':'7'| id: appliance id is \"7\", must be 32 hexadecimal digits without dashes",
          "'id':7| id: 7 is no text; put it into double quotes",
          "'name':' '| name: \" \" is blank; write something",
          "'name':null| name: null is no value; leave the field out where nothing is known",
          "'ip':'12.12.1.500'| ip: IP address is \"12.12.1.500\", must be an IP address: four"
              + " numbers from 0 to 255 without leading zeros, or IPv6 without brackets",
          "'ip':'12.12.1.50/24','subnet':'12.12.2.0/24'| : subnet is 12.12.2.0/24, but ip is in"
              + " 12.12.1.0/24; leave one of them",
          "'ip':'12.12.1.50','subnet':'12.12.2.0/24'| : ip is 12.12.1.50, not in the subnet"
              + " 12.12.2.0/24",
          "'platform':'vmware'| platform: \"vmware\" is none of \"B200\", \"B300\", \"B400\","
              + " \"VMware\", \"Hyper-V\", \"Nutanix\", \"Azure\", \"AWS\", \"cloud\"",
          "'smtpAlerts':'yes'| smtpAlerts: \"yes\" is neither true nor false; write one of them,"
              + " without quotes",
          "'ipConfiguration':'12.12.1.50'| ipConfiguration: \"12.12.1.50\" is no list; write [ ]"
              + " with the items in it",
          "'apiAccess':[]| apiAccess: a list is no object; write { } with the fields xmlApi,"
              + " command, backup",
          "'adress':'x'| adress: this field is not known; did you mean address?",
          "'colour':'x'| colour: this field is not known; the fields here are name, id, address,"
              + " verifiedName, ip, subnet, platform, attested, backupSettings,"
              + " interApplianceKeyFingerprint, certificates, ipConfiguration, apiAccess,"
              + " smtpAlerts, httpsFromClients, directoryTraffic"
        })
    void names_path_value_and_what_is_allowed(String members, String problem) {
      String attested = ",'attested':{'by':'kim','at':'2026-11-02'}";
      String path = problem.startsWith(":") ? "" : ".";

      assertThat(problems(primaryWith(members + attested)))
          .containsExactly("$.normalPrimary" + path + problem);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "'automaticDataSyncInterval':'6 hours'| .automaticDataSyncInterval: \"6 hours\" is no"
              + " duration; write PT6H for six hours",
          "'automaticDataSyncInterval':'PT0S'| : automaticDataSyncInterval is PT0S, must be above"
              + " zero",
          "'dataSyncBandwidthLimit':'10'| .dataSyncBandwidthLimit: bandwidth must be a whole number"
              + " above zero and a unit; write 10 Mbit/s",
          "'dataSyncBandwidthLimit':'9223372036854775807 kbit/s'| .dataSyncBandwidthLimit:"
              + " bandwidth is too big; at most 9223372036854775807 bytes/s"
        })
    void of_a_setting_names_it(String member, String problem) {
      assertThat(problems(primaryWith(page(member))))
          .singleElement()
          .asString()
          .startsWith("$.normalPrimary.backupSettings" + problem);
    }

    @Test
    void does_not_hide_the_others() {
      String members =
          "'attested':{'by':'kim'},'platform':'x','certificates':[{'issuedTo':7},{'factory':'no'}]";

      assertThat(problems("{" + HEAD + "'normalPrimary':{" + members + "}}"))
          .extracting(problem -> problem.substring(0, problem.indexOf(':')))
          .contains(
              "$.siteHostName",
              "$.cutover",
              "$.normalBackup",
              "$.normalPrimary.address",
              "$.normalPrimary.platform",
              "$.normalPrimary.certificates",
              "$.normalPrimary.certificates[0].issuedTo",
              "$.normalPrimary.certificates[0].expiration",
              "$.normalPrimary.certificates[1].factory",
              "$.normalPrimary.certificates[1].issuedBy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'sharedIp':{'address':'12.12.1.1'},'natSwing':{}}"})
    void of_a_cutover_without_one_way_asks_for_one(String cutover) {
      String text =
          "{"
              + HEAD
              + SITE
              + "'cutover':"
              + cutover
              + ",'normalPrimary':{'address':'a.example'}"
              + BACKUP
              + "}";

      assertThat(problems(text))
          .containsExactly(
              "$.cutover: exactly one way is needed; write one of sharedIp, dnsSwing, natSwing");
    }

    @Test
    void of_both_appliances_together_is_that_of_the_whole() {
      String id = "'id':'00112233445566778899aabbccddeeff'";
      String text =
          "{"
              + HEAD
              + SITE
              + CUTOVER
              + "'normalPrimary':{'address':'a.example',"
              + id
              + "},"
              + "'normalBackup':{'address':'b.example',"
              + id
              + "}}";

      assertThat(problems(text))
          .singleElement()
          .asString()
          .startsWith("$: normalPrimary and normalBackup have the same id");
    }

    @Test
    void is_told_with_the_others_in_one_message() {
      assertThatThrownBy(() -> parsed("{" + HEAD + "'product':'Remote Support'}"))
          .hasMessageStartingWith("the text of a pair file: problems\n  $.siteHostName: ")
          .hasMessageContaining("\n  $.cutover: this field is missing, and is required\n");
    }
  }
}
