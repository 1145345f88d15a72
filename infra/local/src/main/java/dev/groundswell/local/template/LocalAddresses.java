package dev.groundswell.local.template;

/**
 * Where the parts of a local run listen.
 *
 * @param api    the HTTP API's address, without a trailing slash
 * @param queues the queues' endpoint, without a trailing slash
 */
public record LocalAddresses(String api, String queues) {

    public String queueUrl(String name) {
        return queues + "/" + LocalNames.ACCOUNT + "/" + name;
    }
}
