// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.pair.ApplianceId;

/** Answers as they were recorded, or as the vendor describes them. */
public final class Recorded {

  public static final String ID_TEXT = "50adeb59f0f04163b09b7591af1949ea";
  public static final ApplianceId ID = new ApplianceId(ID_TEXT);
  public static final ApplianceId OTHER_ID = new ApplianceId("0123456789abcdef0123456789abcdef");

  /** The recording of an appliance without failover (W-RAGMOB), with its white space. */
  public static final String HEALTH_WITHOUT_FAILOVER =
      """
      <?xml version="1.0" encoding="UTF-8"?>

      <health_check xmlns="http://www.bomgar.com/namespaces/API/command">
      \t<appliance id="50adeb59f0f04163b09b7591af1949ea">ip-10-x-x-x</appliance>
      \t<version>19.1.8 (37380-749b17ca33d2475427428f263608ae98d69f7a35)</version>
      \t<success>1</success>
      \t\t<failover_role>none</failover_role>
      \t\t\t</health_check>


      """;

  /**
   * Information on the API as in the recording (W-RAGMOB), with fewer permissions and a new one.
   */
  public static final String API_INFORMATION =
      """
      <?xml version="1.0" encoding="UTF-8"?>

      <api_information xmlns="http://www.bomgar.com/namespaces/API/command">
      \t<api_version>1.19.0</api_version>
      \t<company_name>example</company_name>
      \t<timestamp>1574638362</timestamp>
      \t<permissions>
      \t\t<permission name="perm_command">full_access</permission>
      \t\t<permission name="perm_backup">0</permission>
      \t\t<permission name="perm_of_tomorrow"> some </permission>
      \t</permissions>
      </api_information>
      """;

  /** A list of appliances with the documented elements (D-APPL), in its old and new words. */
  public static final String APPLIANCES =
      """
      <?xml version="1.0" encoding="UTF-8"?>

      <appliances xmlns="http://www.bomgar.com/namespaces/API/command">
      \t<appliance id="50adeb59f0f04163b09b7591af1949ea">
      \t\t<name>site1</name>
      \t\t<public_hostname>support.example.com</public_hostname>
      \t\t<cluster_role>master</cluster_role>
      \t\t<failover_role>primary</failover_role>
      \t\t<accepting_connections>1</accepting_connections>
      \t\t<timezone_offset>-18000</timezone_offset>
      \t</appliance>
      \t<appliance id="0123456789abcdef0123456789abcdef">
      \t\t<name> site2 </name>
      \t\t<public_hostname>support.example.com</public_hostname>
      \t\t<cluster_role>primary</cluster_role>
      \t\t<failover_role>backup</failover_role>
      \t\t<accepting_connections>0</accepting_connections>
      \t\t<timezone_offset>20700</timezone_offset>
      \t\t<something_new><name>other</name></something_new>
      \t</appliance>
      </appliances>


      """;

  /** A list of clients with the documented elements (D-CLIENTS). */
  public static final String CONNECTED_CLIENTS =
      """
      <?xml version="1.0" encoding="UTF-8"?>

      <connected_client_list xmlns="http://www.bomgar.com/namespaces/API/command">
      \t<connected_client_summary>
      \t\t<appliance_summary id="50adeb59f0f04163b09b7591af1949ea">
      \t\t\t<count type="representative">2</count>
      \t\t\t<count type="support_customer">1</count>
      \t\t\t<count type="robot"> 0 </count>
      \t\t</appliance_summary>
      \t</connected_client_summary>
      \t<connected_client type="representative" id="17"><name>x</name></connected_client>
      \t<connected_client type="representative"/>
      \t<connected_client id="x-1"/>
      </connected_client_list>
      """;

  public static final String TOKEN_REFUSED =
      """
      {
          "error": "access_denied",
          "message": "The resource owner or authorization server denied the request."
      }
      """;

  public static final String HTML =
      "<!DOCTYPE html>\n"
          + "<html><head><title>Sign in</title></head><body>Please sign in</body></html>";

  private Recorded() {}

  /** Returns the recorded health, with another role. */
  public static String health(String role) {
    return HEALTH_WITHOUT_FAILOVER.replace(">none<", ">" + role + "<");
  }
}
