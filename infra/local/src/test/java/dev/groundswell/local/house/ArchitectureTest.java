package dev.groundswell.local.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** The arrows of the house run one way: functions, then cloud, then core. */
@AnalyzeClasses(packages = "dev.groundswell", importOptions = ArchitectureTest.WithoutTests.class)
final class ArchitectureTest {

    /** Leaves tests out, in folders and in the jars that modules hand to each other's tests. */
    static final class WithoutTests implements ImportOption {

        private final ImportOption folders = new DoNotIncludeTests();

        @Override
        public boolean includes(Location location) {
            return folders.includes(location) && !location.contains("-tests.jar");
        }
    }

    private static final String CORE = "dev.groundswell.core..";
    private static final String CLOUD = "dev.groundswell.cloud..";
    private static final String INGEST = "dev.groundswell.orderingest..";
    private static final String BEHAVIOUR = "dev.groundswell.behaviouringest..";
    private static final String PROJECTION = "dev.groundswell.orderprojection..";
    private static final String AUDIENCE_INDEX = "dev.groundswell.audienceindex..";
    private static final String SEGMENTS = "dev.groundswell.segmentquery..";
    private static final String BULK_SEND = "dev.groundswell.bulksend..";
    private static final String REMINDERS = "dev.groundswell.remindersweep..";
    private static final String RECEIPTS = "dev.groundswell.deliveryreceipts..";
    private static final String LINKS = "dev.groundswell.publiclinks..";
    private static final String GRAPHQL = "dev.groundswell.graphqlapi..";
    private static final String LOCAL = "dev.groundswell.local..";
    private static final String BENCH = "dev.groundswell.bench..";

    @ArchTest
    static final ArchRule CORE_IS_PURE = classes()
            .that()
            .resideInAPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    CORE,
                    "java..",
                    "javax.crypto..",
                    "com.google.i18n.phonenumbers..",
                    "com.samskivert.mustache..",
                    "org.apache.datasketches..",
                    "org.jspecify..")
            .because("the rules of the domain must be testable by themselves and outlive every library around them:"
                    + " no AWS, no JSON, no I/O. Put such code behind a port, and its other side into shared/cloud");

    @ArchTest
    static final ArchRule CORE_DOES_NO_IO = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.nio.file..", "java.nio.channels..", "java.sql..")
            .because("core computes; whoever needs a file or a connection is an adapter and lives in shared/cloud");

    @ArchTest
    static final ArchRule CLOUD_KNOWS_NO_FUNCTION = noClasses()
            .that()
            .resideInAnyPackage(CORE, CLOUD)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    INGEST,
                    BEHAVIOUR,
                    PROJECTION,
                    AUDIENCE_INDEX,
                    SEGMENTS,
                    BULK_SEND,
                    REMINDERS,
                    RECEIPTS,
                    LINKS,
                    GRAPHQL,
                    LOCAL,
                    BENCH)
            .because("arrows run functions -> cloud -> core; what two functions need goes down into cloud or core");

    @ArchTest
    static final ArchRule FUNCTIONS_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "dev.groundswell.(orderingest|behaviouringest|orderprojection|audienceindex|segmentquery|bulksend|remindersweep|deliveryreceipts|publiclinks|graphqlapi)..")
            .should()
            .notDependOnEachOther()
            .because("each function is deployed alone; functions talk by queues, streams and tables, and share code in"
                    + " shared/cloud and shared/core");

    @ArchTest
    static final ArchRule ONLY_BENCHES_KNOW_THE_LOCAL_RUN = noClasses()
            .that(not(resideInAnyPackage(LOCAL, BENCH)))
            .should()
            .dependOnClassesThat(resideInAPackage(LOCAL))
            .because("infra/local is a place to run the system on a desk; the system must not know that it exists");

    @ArchTest
    static final ArchRule TOPICS_OF_CORE_STAND_IN_ORDER = slices().matching("dev.groundswell.core.(*)..")
            .should()
            .beFreeOfCycles()
            .because("topics stand on each other from the ground up (contact, money, time, then order, customer,"
                    + " metrics ...); a circle means that a type lies in the wrong topic");

    @ArchTest
    static final ArchRule TIME_IS_A_PORT = noClasses()
            .that(not(resideInAnyPackage(LOCAL, BENCH)))
            .and()
            .doNotHaveFullyQualifiedName("dev.groundswell.cloud.function.FunctionEnvironment")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a local run starts at any instant and runs at any speed: take the InstantSource of the"
                    + " FunctionEnvironment");

    @ArchTest
    static final ArchRule THE_ENVIRONMENT_IS_READ_IN_ONE_PLACE = noClasses()
            .that(not(resideInAnyPackage(LOCAL, BENCH)))
            .and()
            .doNotHaveFullyQualifiedName("dev.groundswell.cloud.function.FunctionEnvironment")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .because("many functions run in one process on a desk, each with its own variables from template.yaml: ask"
                    + " the FunctionEnvironment");
}
