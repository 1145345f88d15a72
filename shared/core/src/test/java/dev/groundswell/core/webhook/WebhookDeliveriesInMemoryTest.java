package dev.groundswell.core.webhook;

class WebhookDeliveriesInMemoryTest extends WebhookDeliveriesContract {

    private final WebhookDeliveries deliveries = new WebhookDeliveriesInMemory();

    @Override
    protected WebhookDeliveries deliveries() {
        return deliveries;
    }
}
