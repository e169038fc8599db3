#!/bin/sh
# A client in ten lines: accepts whatever waits on the first page, and reads nothing else.
pm() { curl -s -u "$WATTPROOF_PM_USERNAME:$WATTPROOF_PM_PASSWORD" -H 'Content-Type: application/xml' "$@"; }
yes='<sharingResponse><action>Accept</action></sharingResponse>'
each() { pm "$WATTPROOF_PM_URL/$1" | grep -o "<$2>[0-9]*" | grep -o '[0-9]*' | sort -u; }
pm "$WATTPROOF_PM_URL/notification/list" > /dev/null
for id in $(each connect/account/pending/list accountId); do pm -d "$yes" "$WATTPROOF_PM_URL/connect/account/$id"; done
for id in $(each share/property/pending/list propertyId); do pm -d "$yes" "$WATTPROOF_PM_URL/share/property/$id"; done
for id in $(each share/meter/pending/list meterId); do pm -d "$yes" "$WATTPROOF_PM_URL/share/meter/$id"; done
