// Looks at a simulated pair before and after a switchover: what do both sides say of themselves?
// The command that runs it stands in samples/README.md.

import io.github.bseries.client.*;
import io.github.bseries.core.failover.*;
import io.github.bseries.core.pair.*;
import io.github.bseries.testkit.*;
import io.github.bseries.testkit.http.*;
import java.time.*;

var simulated = SimulatedPair.builder().time(SimulatedTime.running(60)).build();
var server = SimulatedPairServer.start(simulated);
var account = ApiAccount.of(simulated.account().clientId(), simulated.account().clientSecret().toCharArray());
var common = ApplianceClient.builder().account(account).trustedCertificates(server.caCertificate());
var pair = PairClient.builder(common).primary(server.a()).backup(server.b()).site(server.site()).pollInterval(Duration.ofMillis(100)).build();

var before = pair.observe();
System.out.println("before\n" + before.summary().indent(2));

var request = RoleChangeRequest.becomeBackup(before.currentPrimary().orElseThrow().applianceId()).withDataSyncFirst();
System.out.println("answer  " + pair.primary().setFailoverRole(request).getClass().getSimpleName());
var end = pair.awaitRoles(request, Duration.ofMinutes(1), look -> {});
System.out.println("end     " + end.getClass().getSimpleName() + "\n");

System.out.println("after\n" + pair.observe().summary().indent(2));

pair.close();
server.close();

/exit
