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
