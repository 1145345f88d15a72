package dev.groundswell.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.local.script.ChildProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @TempDir
    private Path directory = Path.of("");

    private void isRefused(String reason, String... arguments) throws InterruptedException {
        try (ChildProcess child = ChildProcess.start(Main.class, directory, arguments)) {
            assertThat(child.exitCode()).isNotZero();
            assertThat(child.errors().strip())
                    .startsWith("infra/local/run: ")
                    .contains(reason)
                    .hasLineCount(1);
            assertThat(child.output()).isEmpty();
        }
    }

    @Nested
    class WhatIsRefusedInOneLine {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            --colour=red       | --colour
            --port=eighty      | eighty
            --zone=Atlantis    | Atlantis
            --currency SHELL   | SHELL
            --clock yesterday  | yesterday
            --speed=slow       | slow
            --speed max        | --replay
            --import nothing   | nothing
            --format pdf       | pdf
            --format shopify   | --import
            """)
        void aFlagOrAValueThatIsNone(String arguments, String reason) throws InterruptedException {
            isRefused(reason, arguments.split(" "));
        }

        @Test
        void aFileThatIsNoJson() throws Exception {
            Path file = Files.writeString(directory.resolve("broken.jsonl"), "{\"orderId\":\"1\"}\n{\"orderId\":\n");

            isRefused("broken.jsonl, line 2", "--replay", file.toString());
        }

        @Test
        void aFileOfWhoKnowsWhat() throws Exception {
            Path file = Files.writeString(directory.resolve("unknown.csv"), "a,b\n1,2\n");

            isRefused("--format", "--import", file.toString());
        }

        @Test
        void aMappingForAFileThatNeedsNone() throws Exception {
            Path file = Files.writeString(directory.resolve("orders.jsonl"), "{\"orderId\":\"1\"}\n");
            Path mapping = Files.writeString(directory.resolve("mapping.json"), "{}");

            isRefused(
                    "mapped-csv",
                    "--format",
                    "order-changes",
                    "--import",
                    file.toString(),
                    "--mapping",
                    mapping.toString());
        }

        @Test
        void aFileThatIsNoText() throws Exception {
            Path file = Files.write(directory.resolve("photo.jsonl"), new byte[] {(byte) 0xFF, (byte) 0xD8, 10});

            isRefused("not UTF-8", "--replay", file.toString());
        }

        @Test
        void aDirectoryThatCannotBeMade() throws Exception {
            Path file = Files.writeString(directory.resolve("file"), "");

            isRefused("cannot be written", "--port=0", "--data", file.toString());
        }

        @Test
        void aTakenPort() throws IOException, InterruptedException {
            try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                isRefused("is in use", "--port", Integer.toString(taken.getLocalPort()));
            }
        }
    }

    @Nested
    class Help {

        @Test
        void namesEveryFlag() throws InterruptedException {
            try (ChildProcess child = ChildProcess.start(Main.class, directory, "--help")) {
                assertThat(child.exitCode()).isZero();
                assertThat(child.output())
                        .contains(
                                "--port",
                                "--data",
                                "--empty",
                                "--zone",
                                "--currency",
                                "--clock",
                                "--speed",
                                "--import",
                                "--format",
                                "--items",
                                "--mapping",
                                "--replay");
            }
        }
    }
}
